using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads the layout of a paragraph.</summary>
internal sealed class ParagraphReader(StyleSheet styles, RunReader runs, InlineReader inlines, UnsupportedMarkup unsupported)
{
    private const double DefaultSize = 10;
    private const int LinesInAuto = 240;
    private const double SmallestLine = 0.7;
    private readonly Rules _rules = new(unsupported);

    /// <summary>Points of one line of the page grid, 0 without a grid.</summary>
    public double Grid { get; set; }

    public ParagraphBlock Read(Paragraph paragraph, string where)
    {
        var properties = paragraph.ParagraphProperties;
        var sources = styles.ForParagraph(properties);
        var style = properties?.ParagraphStyleId?.Val?.Value;
        unsupported.Paragraph(sources, where);
        var first = paragraph.Descendants<Run>().FirstOrDefault(run => run.InnerText.Length > 0)?.RunProperties;
        var text = runs.Read(first, style, where);
        var cell = (text?.Ink.Size ?? DefaultSize) + (text?.Tracking ?? 0);
        var mark = Properties.Number(properties?.ParagraphMarkRunProperties?.GetFirstChild<FontSize>()?.Val?.Value) / 2;
        var content = inlines.Read(paragraph, style, where);
        var size = content.Inlines.Count == 0 ? mark : null;
        return new ParagraphBlock(Format(sources, cell, where), content.Inlines, content.Floats, size ?? text?.Ink.Size ?? DefaultSize);
    }

    private ParagraphFormat Format(List<OpenXmlElement> sources, double cell, string where)
    {
        var borders = sources.Find<ParagraphBorders>();
        if (_rules.Read(borders?.LeftBorder, where) is not null || _rules.Read(borders?.RightBorder, where) is not null)
        {
            unsupported.Report("段落左右边框", "请改用表格。", where);
        }

        var left = Indent(sources, i => i.LeftChars ?? i.StartCharacters, i => i.Left ?? i.Start, cell);
        var first = Indent(sources, i => i.FirstLineChars, i => i.FirstLine, cell);
        var hanging = Indent(sources, i => i.HangingChars, i => i.Hanging, cell);
        var (rule, line) = Line(sources);
        return new ParagraphFormat
        {
            Align = Align(sources.Find<Justification>()?.Val),
            Left = left,
            Right = Indent(sources, i => i.RightChars ?? i.EndCharacters, i => i.Right ?? i.End, cell),
            First = hanging > 0 ? -hanging : first,
            Before = Gap(sources, s => s.BeforeLines, s => s.Before),
            After = Gap(sources, s => s.AfterLines, s => s.After),
            LineRule = rule,
            Line = line,
            Grid = sources.IsOn<SnapToGrid>(otherwise: true) ? Grid : 0,
            KeepWithNext = sources.IsOn<KeepNext>(),
            KeepTogether = sources.IsOn<KeepLines>(),
            PageBreakBefore = sources.IsOn<PageBreakBefore>(),
            WidowControl = sources.IsOn<WidowControl>(otherwise: true),
            Top = _rules.Read(borders?.TopBorder, where),
            Bottom = _rules.Read(borders?.BottomBorder, where),
            Tabs = Tabs(sources, where),
            OutlineLevel = sources.Find<OutlineLevel>()?.Val?.Value is { } level and < 9 ? level : null,
        };
    }

    /// <summary>Indents are in hundredths of a character where given, else in twips.</summary>
    private static double Indent(List<OpenXmlElement> sources, Func<Indentation, Int32Value?> characters, Func<Indentation, StringValue?> twips, double cell)
    {
        foreach (var indent in sources.Select(source => source.GetFirstChild<Indentation>()).OfType<Indentation>())
        {
            if (characters(indent)?.Value is { } hundredths && (hundredths != 0 || twips(indent) is null))
            {
                return hundredths / 100.0 * cell;
            }

            if (twips(indent) is { } length)
            {
                return Properties.Twips(length);
            }
        }

        return 0;
    }

    private double Gap(List<OpenXmlElement> sources, Func<SpacingBetweenLines, Int32Value?> lines, Func<SpacingBetweenLines, StringValue?> twips) =>
        sources.Find<SpacingBetweenLines, Int32Value>(lines) is { Value: not 0 } hundredths
            ? hundredths.Value / 100.0 * (Grid > 0 ? Grid : 12)
            : Properties.Twips(sources.Find<SpacingBetweenLines, StringValue>(twips));

    private static (LineRule Rule, double Line) Line(List<OpenXmlElement> sources)
    {
        var line = Properties.Number(sources.Find<SpacingBetweenLines, StringValue>(s => s.Line)?.Value);
        var rule = sources.Find<SpacingBetweenLines, EnumValue<LineSpacingRuleValues>>(s => s.LineRule)?.Value;
        return line is null ? (LineRule.Auto, 1)
            : rule == LineSpacingRuleValues.Exact ? (LineRule.Exact, Math.Max(line.Value / 20, SmallestLine))
            : rule == LineSpacingRuleValues.AtLeast ? (LineRule.AtLeast, Math.Max(line.Value / 20, 0))
            : (LineRule.Auto, Math.Max(line.Value / LinesInAuto, 0.1));
    }

    private static TextAlign Align(EnumValue<JustificationValues>? value) => value?.Value switch
    {
        { } v when v == JustificationValues.Center => TextAlign.Center,
        { } v when v == JustificationValues.Right || v == JustificationValues.End => TextAlign.Right,
        { } v when v == JustificationValues.Both => TextAlign.Justify,
        { } v when v == JustificationValues.Distribute || v == JustificationValues.ThaiDistribute => TextAlign.Distribute,
        _ => TextAlign.Left,
    };

    private IReadOnlyList<TabStopAt> Tabs(List<OpenXmlElement> sources, string where)
    {
        var stops = (sources.Find<Tabs>()?.Elements<TabStop>() ?? []).Where(tab => tab.Val?.Value != TabStopValues.Clear && tab.Position is not null).ToList();
        if (stops.Exists(tab => tab.Leader?.Value is { } leader && leader != TabStopLeaderCharValues.None))
        {
            unsupported.Report("制表位前导符", "请去掉前导符。", where);
        }

        return [.. stops
            .Select(tab => new TabStopAt(tab.Position!.Value / 20.0, tab.Val?.Value == TabStopValues.Right || tab.Val?.Value == TabStopValues.End ? TextAlign.Right : tab.Val?.Value == TabStopValues.Center ? TextAlign.Center : TextAlign.Left))
            .OrderBy(tab => tab.Position)];
    }
}
