using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Fonts;
using Kaohe.Documents.Pdf.Layout;
using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads the look of text: typeface by role, size, colour, weight, spacing.</summary>
internal sealed class RunReader(StyleSheet styles, UnsupportedMarkup unsupported, ConversionNotes notes)
{
    private const double DefaultSize = 10;

    /// <summary>Word's own bounds.</summary>
    private const double SmallestSize = 1;
    private const double LargestSize = 1638;
    private const double ScriptSize = 0.65;
    private const double SuperscriptRise = 0.35;
    private const double SubscriptDrop = -0.14;
    private readonly Dictionary<(string Properties, string Style), TextFormat?> _known = [];

    /// <summary>Extra points after each character from the page's character grid.</summary>
    public double GridTracking { get; set; }

    /// <summary>Null for hidden text, which Word does not print.</summary>
    public TextFormat? Read(RunProperties? direct, string? paragraphStyle, string where)
    {
        var key = (direct?.OuterXml ?? "", paragraphStyle ?? "");
        if (!_known.TryGetValue(key, out var format))
        {
            _known[key] = format = Resolve(direct, paragraphStyle, where);
        }

        return format;
    }

    private TextFormat? Resolve(RunProperties? direct, string? paragraphStyle, string where)
    {
        var sources = styles.ForRun(direct, paragraphStyle);
        if (sources.IsOn<Vanish>())
        {
            return null;
        }

        unsupported.Run(sources, where);
        var size = Math.Clamp((Properties.Number(sources.Find<FontSize>()?.Val?.Value) ?? (DefaultSize * 2)) / 2, SmallestSize, LargestSize);
        var position = sources.Find<VerticalTextAlignment>()?.Val?.Value;
        var isSuper = position == VerticalPositionValues.Superscript;
        var isSub = position == VerticalPositionValues.Subscript;
        var rise = (Properties.Number(sources.Find<Position>()?.Val?.Value) ?? 0) / 2;
        rise += isSuper ? size * SuperscriptRise : isSub ? size * SubscriptDrop : 0;
        var scale = Math.Clamp(sources.Find<CharacterScale>()?.Val?.Value ?? 100, 1, 600) / 100.0;
        var underline = sources.Find<Underline>()?.Val?.Value is { } kind && kind != UnderlineValues.None;
        var tracking = ((sources.Find<Spacing>()?.Val?.Value ?? 0) / 20.0) + GridTracking;
        var ink = new Ink(isSuper || isSub ? size * ScriptSize : size, Properties.Color(sources.Find<Color>()?.Val?.Value), scale, sources.IsOn<Bold>(), sources.IsOn<Italic>());
        var eastAsian = Role(sources.Find<RunFonts, string>(fonts => fonts.EastAsia?.Value), FontRole.FangSong);
        return new TextFormat(eastAsian, Role(sources.Find<RunFonts, string>(fonts => fonts.Ascii?.Value), eastAsian), ink, tracking, underline, rise);
    }

    private FontRole Role(string? name, FontRole otherwise)
    {
        if (name is null)
        {
            return otherwise;
        }

        if (FontRoles.Of(name) is { } role)
        {
            return role;
        }

        notes.UnknownFont(name, otherwise);
        return otherwise;
    }
}
