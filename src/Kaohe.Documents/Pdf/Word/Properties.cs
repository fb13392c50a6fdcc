using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads values out of property elements. Word's units: twips (1/20 pt), half points, eighths of a point.</summary>
internal static class Properties
{
    /// <summary>The first property of this type along the places to look.</summary>
    public static T? Find<T>(this List<OpenXmlElement> sources)
        where T : OpenXmlElement
    {
        foreach (var source in sources)
        {
            if (source.GetFirstChild<T>() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The first place where the attribute is given: spacing and indents inherit attribute by attribute.</summary>
    public static TValue? Find<T, TValue>(this List<OpenXmlElement> sources, Func<T, TValue?> attribute)
        where T : OpenXmlElement
        where TValue : class
    {
        foreach (var source in sources)
        {
            if (source.GetFirstChild<T>() is { } found && attribute(found) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A switch: present without a value means on.</summary>
    public static bool IsOn<T>(this List<OpenXmlElement> sources, bool otherwise = false)
        where T : OnOffType => sources.Find<T>() is { } found ? found.Val?.Value ?? true : otherwise;

    public static double Twips(StringValue? value, double otherwise = 0) => Number(value?.Value) is { } twips ? twips / 20 : otherwise;

    public static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>0xRRGGBB; black for auto and for what cannot be read.</summary>
    public static int Color(string? hex) => int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var color) ? color & 0xFFFFFF : 0;
}
