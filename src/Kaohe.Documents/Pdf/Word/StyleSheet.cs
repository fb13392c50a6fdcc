using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Finds a property where Word would: at the element itself, its styles from the nearest to the root, the document's defaults.</summary>
internal sealed class StyleSheet
{
    private const int DeepestInheritance = 20;
    private readonly Dictionary<string, Style> _styles;
    private readonly OpenXmlElement? _runDefaults;
    private readonly OpenXmlElement? _paragraphDefaults;
    private readonly string? _defaultParagraph;

    public StyleSheet(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles;
        _styles = (styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _runDefaults = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        _paragraphDefaults = styles?.DocDefaults?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle;
        _defaultParagraph = _styles.Values.FirstOrDefault(style => style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph)?.StyleId?.Value;
    }

    /// <summary>Places to look for paragraph properties, nearest first.</summary>
    public List<OpenXmlElement> ForParagraph(ParagraphProperties? direct)
    {
        var sources = new List<OpenXmlElement>();
        Add(sources, direct);
        foreach (var style in Chain(direct?.ParagraphStyleId?.Val?.Value ?? _defaultParagraph))
        {
            Add(sources, style.StyleParagraphProperties);
        }

        Add(sources, _paragraphDefaults);
        return sources;
    }

    /// <summary>Places to look for run properties, nearest first.</summary>
    public List<OpenXmlElement> ForRun(RunProperties? direct, string? paragraphStyle)
    {
        var sources = new List<OpenXmlElement>();
        Add(sources, direct);
        foreach (var style in Chain(direct?.RunStyle?.Val?.Value).Concat(Chain(paragraphStyle ?? _defaultParagraph)))
        {
            Add(sources, style.StyleRunProperties);
        }

        Add(sources, _runDefaults);
        return sources;
    }

    /// <summary>The properties of a table style and those it is based on, nearest first.</summary>
    public IEnumerable<Style> TableStyles(string? id) => Chain(id);

    private IEnumerable<Style> Chain(string? id)
    {
        for (var depth = 0; id is not null && depth < DeepestInheritance && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static void Add(List<OpenXmlElement> sources, OpenXmlElement? source)
    {
        if (source is not null)
        {
            sources.Add(source);
        }
    }
}
