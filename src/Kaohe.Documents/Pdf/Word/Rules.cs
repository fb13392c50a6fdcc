using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads rules. Double and wavy ones are drawn as one line of the same weight.</summary>
internal static class Rules
{
    private const double EighthsInPoint = 8;
    private const double DefaultEighths = 4;

    /// <summary>Null for none.</summary>
    public static Rule? Read(BorderType? border) => border?.Val?.Value is { } kind && kind != BorderValues.None && kind != BorderValues.Nil
        ? new Rule((border.Size?.Value ?? DefaultEighths) / EighthsInPoint, border.Space?.Value ?? 0, Properties.Color(border.Color?.Value))
        : null;
}
