using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Pdf;

public sealed class LayoutTests
{
    private const string NeverFirst = "，。、；：？！）〕》〉」』”’】％";
    private const string NeverLast = "（〔《〈「『“‘【";

    private static async Task<IReadOnlyList<PdfLine>> Lines(byte[] docx)
    {
        var result = WordToPdf.Convert(docx, Site.Options);
        Assert.Empty(result.Problems);
        return await PdfWords.Lines(Site.Save(result.Bytes, "a.pdf"));
    }

    private static Paragraph Sized(string text, int halfPoints = 32, params OpenXmlElement[] properties)
    {
        var size = halfPoints.ToString();
        var justified = new ParagraphProperties([.. properties, new Justification { Val = JustificationValues.Both }]);
        return new Paragraph(justified, new Run(new RunProperties(new RunFonts { EastAsia = "仿宋_GB2312", Ascii = "仿宋_GB2312" }, new FontSize { Val = size }), new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    [Fact]
    public async Task Should_never_start_or_end_a_line_with_a_forbidden_mark()
    {
        var random = new Random(9704);
        const string alphabet = "市考核办目标责任年度完成情况，。、；：）》”（《“％12.5GDPkm";
        var paragraphs = Enumerable.Range(0, 120).Select(_ => Sized("字" + string.Concat(Enumerable.Range(0, 150).Select(_ => alphabet[random.Next(alphabet.Length)])) + "字")).ToArray<OpenXmlElement>();

        var lines = await Lines(WordFile.Of(paragraphs));

        Assert.True(lines.Count > 500);
        Assert.All(lines, line => Assert.DoesNotContain(line.Text[0], NeverFirst));
        Assert.All(lines, line => Assert.DoesNotContain(line.Text[^1], NeverLast));
        Assert.All(lines, line => Assert.True(line.Right <= 595.3 - 73.7 + 9, line.Text));
    }

    [Theory]
    [InlineData("市考核办按照市委市政府安排部署对十四个县市区进行了年度考核）。市考核办")]
    [InlineData("市考核办按照市委市政府安排部署对十四个县市区进行了年（度考核市考核办")]
    [InlineData("市考核办按照市委市政府安排部署对十四个县市区进行了2026年度考核和工作")]
    [InlineData("市考核办按照市委市政府安排部署对十四个县市区完成26.5％的目标考核工作")]
    public async Task Should_keep_marks_numbers_and_units_together(string text)
    {
        var lines = await Lines(WordFile.Of(Sized(text)));

        Assert.Equal(2, lines.Count);
        Assert.DoesNotContain(lines[1].Text[0], NeverFirst);
        Assert.DoesNotContain(lines[0].Text[^1], NeverLast);
        Assert.Equal(text, string.Concat(lines.Select(line => line.Text)).Replace(" ", ""));
        Assert.DoesNotContain(lines, line => char.IsDigit(line.Text[0]) && !line.Text.StartsWith("2026年") && !line.Text.StartsWith("26.5％"));
    }

    [Fact]
    public async Task Should_split_a_table_between_rows_and_repeat_its_header()
    {
        var rows = Enumerable.Range(1, 60).Select(i => WordFile.Row(false, $"{i}号", "考核指标")).ToArray<OpenXmlElement>();
        var table = new Table([new TableProperties(), new TableGrid(new GridColumn { Width = "4000" }, new GridColumn { Width = "4000" }), WordFile.Row(true, "序号", "名称"), .. rows]);

        var lines = await Lines(WordFile.Of(table, new Paragraph()));

        var pages = lines.Max(line => line.Page);
        Assert.True(pages > 1);
        Assert.Equal(pages, lines.Count(line => line.Text.StartsWith("序号")));
        Assert.Equal(60, lines.Count(line => line.Text.Contains('号') && char.IsDigit(line.Text[0])));
    }

    [Fact]
    public async Task Should_split_a_row_higher_than_a_page()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => (char)('一' + (i % 500))));
        var row = new TableRow(new TableRowProperties(new CantSplit()), new TableCell(Sized(text)));
        var table = new Table(new TableProperties(), new TableGrid(new GridColumn { Width = "8844" }), row);

        var lines = await Lines(WordFile.Of(table, new Paragraph()));

        Assert.True(lines.Max(line => line.Page) >= 4);
        Assert.Equal(text.Length, lines.Sum(line => line.Text.Replace(" ", "").Length));
        Assert.All(lines, line => Assert.True(line.Bottom < 841.9 - 90));
    }

    [Fact]
    public async Task Should_centre_a_merged_cell_over_its_rows()
    {
        TableCell Cell(string text, MergedCellValues? merge = null) => new(
            new TableCellProperties(merge is null ? [] : [new VerticalMerge { Val = merge }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }]),
            WordFile.Paragraph(text));
        var table = new Table(
            new TableProperties(),
            new TableGrid(new GridColumn { Width = "3000" }, new GridColumn { Width = "3000" }),
            new TableRow(Cell("合并", MergedCellValues.Restart), Cell("甲")),
            new TableRow(Cell("", MergedCellValues.Continue), Cell("乙")),
            new TableRow(Cell("", MergedCellValues.Continue), Cell("丙")));

        var lines = await Lines(WordFile.Of(table, new Paragraph()));

        Assert.Equal(lines.Single(line => line.Text.Contains('乙')).Top, lines.Single(line => line.Text.Contains("合并")).Top, 0.5);
    }

    [Fact]
    public async Task Should_keep_a_heading_with_its_text()
    {
        var filler = Enumerable.Range(0, 21).Select(i => (OpenXmlElement)Sized($"第{i}行", 32, new SpacingBetweenLines { Line = "579", LineRule = LineSpacingRuleValues.Exact }));
        var heading = Sized("标题", 32, new KeepNext(), new SpacingBetweenLines { Line = "579", LineRule = LineSpacingRuleValues.Exact });
        var body = Sized("正文", 32, new SpacingBetweenLines { Line = "579", LineRule = LineSpacingRuleValues.Exact });

        var lines = await Lines(WordFile.Of([.. filler, heading, body]));

        Assert.Equal([2, 2], lines.Where(line => line.Text is "标题" or "正文").Select(line => line.Page));
    }

    [Fact]
    public async Task Should_turn_pages_sections_and_paper_as_asked()
    {
        var landscape = new Paragraph(new ParagraphProperties(new SectionProperties(new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }, new PageMargin { Top = 1588, Bottom = 1474, Left = 1984, Right = 2098, Header = 851, Footer = 992, Gutter = 0 })));
        var broken = new Paragraph(new Run(new Text("前")), new Run(new Break { Type = BreakValues.Page }), new Run(new Text("后")));

        var result = WordToPdf.Convert(WordFile.Of(WordFile.Paragraph("横排"), landscape, broken), Site.Options);
        var path = Site.Save(result.Bytes, "a.pdf");

        Assert.Equal(3, result.Pages);
        var sizes = await Shell.Run("pdfinfo", "-f", "1", "-l", "3", path);
        Assert.Contains("Page    1 size:  841.9 x 595.3 pts", sizes);
        Assert.Contains("Page    2 size:  595.3 x 841.9 pts", sizes);
        Assert.Equal([1, 2, 3], (await PdfWords.Lines(path)).Select(line => line.Page));
    }

    [Fact]
    public async Task Should_show_the_number_of_pages_and_stored_field_results()
    {
        Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });
        var count = new Paragraph(new Run(new Text("共")), Mark(FieldCharValues.Begin), new Run(new FieldCode(" NUMPAGES ")), Mark(FieldCharValues.Separate), new Run(new Text("9")), Mark(FieldCharValues.End), new Run(new Text("页")));
        var stored = new Paragraph(new SimpleField(new Run(new Text("存档结果"))) { Instruction = " REF x " });
        using var stream = new MemoryStream();
        stream.Write(WordFile.Of(stored, new Paragraph(new Run(new Break { Type = BreakValues.Page }), new Run(new Text("二")))));
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, true))
        {
            var footer = document.MainDocumentPart!.AddNewPart<DocumentFormat.OpenXml.Packaging.FooterPart>("f1");
            footer.Footer = new Footer(count);
            document.MainDocumentPart.Document!.Body!.Append(new SectionProperties(new FooterReference { Id = "f1", Type = HeaderFooterValues.Default }));
        }

        var lines = await Lines(stream.ToArray());

        Assert.Equal(2, lines.Count(line => line.Text.Replace(" ", "") == "共2页"));
        Assert.Contains(lines, line => line.Text == "存档结果");
    }

    [Fact]
    public async Task Should_stamp_the_seal_over_signer_and_date()
    {
        var path = Site.Save(WordToPdf.Convert(Site.Document("表彰决定"), Site.Options).Bytes, "a.pdf");
        var lines = await PdfWords.Lines(path);
        var date = lines.Single(line => line.Text.Replace(" ", "") == "2026年11月23日");
        var signer = lines.Last(line => line.Text.Contains("考核办公室") && line.Top < date.Top && line.Page == date.Page);

        var red = (await PageInk.Of(path, date.Page)).Rows(PageInk.IsRed);

        const double millimetre = 72 / 25.4;
        var (top, bottom, left, right) = (red.Min(r => r.Y) * millimetre, red.Max(r => r.Y) * millimetre, red.Min(r => r.Left) * millimetre, red.Max(r => r.Right) * millimetre);
        Assert.Equal((left + right) / 2, (date.Left + date.Right) / 2, 3.0);
        Assert.Equal((left + right) / 2, (signer.Left + signer.Right) / 2, 3.0);
        Assert.True(top < signer.Top && bottom > date.Bottom);

        // Signer and date stand a little below the seal's centre.
        Assert.InRange((signer.Top + date.Bottom) / 2 - ((top + bottom) / 2), 5, 45);
    }
}
