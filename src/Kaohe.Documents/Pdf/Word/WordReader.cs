using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Layout;
using Kaohe.Documents.Pdf.Model;
using Section = Kaohe.Documents.Pdf.Model.Section;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads a Word document into the neutral model that the layout works on.</summary>
internal sealed class WordReader(MainDocumentPart main, ConversionNotes notes, DocxLimits limits)
{
    private const double SmallestArea = 20;

    /// <summary>22 inches, Word's own bound.</summary>
    private const double LargestPaper = 1584;
    private readonly UnsupportedMarkup _unsupported = new(notes);
    private readonly StyleSheet _styles = new(main);

    /// <summary>The sections in order; at least one.</summary>
    public IReadOnlyList<Section> Read()
    {
        if (main.Document!.DocumentBackground is not null)
        {
            _unsupported.Report("background", "正文");
        }

        var sections = new List<Section>();
        var blocks = new List<OpenXmlElement>();
        foreach (var block in Unwrapped(main.Document.Body!))
        {
            blocks.Add(block);
            if (block is Paragraph { ParagraphProperties.SectionProperties: { } properties })
            {
                sections.Add(ReadSection(properties, blocks, sections.Count));
                blocks = [];
            }
        }

        var last = main.Document.Body!.GetFirstChild<SectionProperties>();
        sections.Add(ReadSection(last, blocks, sections.Count));
        return sections;
    }

    private Section ReadSection(SectionProperties? properties, List<OpenXmlElement> blocks, int index)
    {
        var where = index == 0 ? "正文" : $"正文第{index + 1}节";
        Check(properties, index, where);
        var page = Geometry(properties);
        var grid = properties?.GetFirstChild<DocGrid>();
        var hasGrid = grid?.Type?.Value is { } type && type != DocGridValues.Default;
        var body = new BlockReader(main, _styles, _unsupported, notes, limits)
        {
            Grid = hasGrid ? (grid!.LinePitch?.Value ?? 0) / 20.0 : 0,
            GridTracking = hasGrid && grid!.Type!.Value != DocGridValues.Lines ? (grid.CharacterSpace?.Value ?? 0) / 4096.0 : 0,
        };
        var content = blocks.ConvertAll(block => body.Read(block, page.AreaWidth, where)).OfType<Block>().ToList();
        return new Section(page, content, Running<HeaderReference>(properties, page), Running<FooterReference>(properties, page));
    }

    private void Check(SectionProperties? properties, int index, string where)
    {
        if (properties?.GetFirstChild<Columns>()?.ColumnCount?.Value > 1)
        {
            _unsupported.Report("cols", where);
        }

        if (index > 0 && properties?.GetFirstChild<SectionType>()?.Val?.Value == SectionMarkValues.Continuous)
        {
            _unsupported.Report("连续分节符", "请改为“下一页”分节符。", where);
        }

        foreach (var child in (properties?.ChildElements ?? []).Where(child => child is PageBorders or LineNumberType || (child is TextDirection direction && direction.Val?.Value != TextDirectionValues.LefToRightTopToBottom)))
        {
            _unsupported.Report(child.LocalName, where);
        }
    }

    private static PageGeometry Geometry(SectionProperties? properties)
    {
        var size = properties?.GetFirstChild<PageSize>();
        var margin = properties?.GetFirstChild<PageMargin>();
        var page = new PageGeometry(
            (size?.Width?.Value ?? 11906) / 20.0,
            (size?.Height?.Value ?? 16838) / 20.0,
            ((margin?.Left?.Value ?? 1588) + (margin?.Gutter?.Value ?? 0)) / 20.0,
            Math.Abs(margin?.Top?.Value ?? 2098) / 20.0,
            (margin?.Right?.Value ?? 1474) / 20.0,
            Math.Abs(margin?.Bottom?.Value ?? 1984) / 20.0,
            (margin?.Header?.Value ?? 851) / 20.0,
            (margin?.Footer?.Value ?? 992) / 20.0);
        return page is { AreaWidth: >= SmallestArea and <= LargestPaper, AreaHeight: >= SmallestArea and <= LargestPaper }
            ? page
            : throw new DocumentRefusedException("bad-page", "页面设置有误：页边距之间没有留下版心，请检查纸张大小和页边距。");
    }

    private RunningBlocks Running<T>(SectionProperties? properties, PageGeometry page)
        where T : HeaderFooterReferenceType
    {
        var evenAndOdd = main.DocumentSettingsPart?.Settings?.GetFirstChild<EvenAndOddHeaders>() is { } setting && (setting.Val?.Value ?? true);
        var titlePage = properties?.GetFirstChild<TitlePage>() is { } first && (first.Val?.Value ?? true);
        IReadOnlyList<Block>? Of(HeaderFooterValues kind)
        {
            var id = properties?.Elements<T>().FirstOrDefault(reference => (reference.Type?.Value ?? HeaderFooterValues.Default) == kind)?.Id?.Value;
            if (id is null || !main.TryGetPartById(id, out var part))
            {
                return null;
            }

            var root = part is HeaderPart header ? (OpenXmlElement?)header.Header : (part as FooterPart)?.Footer;
            var reader = new BlockReader(part, _styles, _unsupported, notes, limits);
            return root is null ? null : [.. Unwrapped(root).Select(block => reader.Read(block, page.AreaWidth, part is HeaderPart ? "页眉" : "页脚")).OfType<Block>()];
        }

        return new RunningBlocks(Of(HeaderFooterValues.Default), evenAndOdd ? Of(HeaderFooterValues.Even) ?? [] : null, titlePage ? Of(HeaderFooterValues.First) ?? [] : null);
    }

    private static IEnumerable<OpenXmlElement> Unwrapped(OpenXmlElement parent) => parent.ChildElements.SelectMany(child =>
        child is SdtBlock or CustomXmlBlock ? child.ChildElements.Where(e => e.LocalName is "sdtContent" or "p" or "tbl").SelectMany(e => e is SdtContentBlock ? Unwrapped(e) : [e]) : [child]);
}
