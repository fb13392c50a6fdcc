using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads rules. Only plain lines are drawn; double and ornamental ones are reported.</summary>
internal sealed class Rules(UnsupportedMarkup unsupported)
{
    private const double EighthsInPoint = 8;
    private const double DefaultEighths = 4;

    /// <summary>Null for none.</summary>
    public Rule? Read(BorderType? border, string where)
    {
        if (border?.Val?.Value is not { } kind || kind == BorderValues.None || kind == BorderValues.Nil)
        {
            return null;
        }

        if (kind != BorderValues.Single && kind != BorderValues.Thick)
        {
            unsupported.Report("双线、虚线或花式边框", "请改为单实线。", where);
        }

        return new Rule((border.Size?.Value ?? DefaultEighths) / EighthsInPoint, border.Space?.Value ?? 0, Properties.Color(border.Color?.Value));
    }
}
