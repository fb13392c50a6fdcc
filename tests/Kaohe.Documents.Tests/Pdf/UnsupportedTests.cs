using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Pdf;

/// <summary>Nothing that Word shows is dropped without its name.</summary>
public sealed class UnsupportedTests
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    [Theory]
    [InlineData("<w:p><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>", "尾注")]
    [InlineData("<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>", "修订痕迹（删除）")]
    [InlineData("<w:p><w:r><w:pict><v:rect/></w:pict></w:r></w:p>", "文本框或图形")]
    [InlineData("<w:p><w:r><w:object/></w:r></w:p>", "嵌入对象")]
    [InlineData("<w:p><m:oMath/></w:p>", "公式")]
    [InlineData("<w:p><w:pPr><w:framePr w:w=\"100\"/></w:pPr></w:p>", "图文框")]
    [InlineData("<w:p><w:pPr><w:pBdr><w:left w:val=\"single\"/></w:pBdr></w:pPr></w:p>", "段落左右边框")]
    [InlineData("<w:p><w:pPr><w:pBdr><w:bottom w:val=\"thinThickSmallGap\"/></w:pBdr></w:pPr></w:p>", "双线、虚线或花式边框")]
    [InlineData("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:leader=\"dot\" w:pos=\"3000\"/></w:tabs></w:pPr></w:p>", "制表位前导符")]
    [InlineData("<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"FFFF00\"/></w:pPr></w:p>", "底纹")]
    [InlineData("<w:p><w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t>字</w:t></w:r></w:p>", "突出显示")]
    [InlineData("<w:p><w:r><w:rPr><w:em w:val=\"dot\"/></w:rPr><w:t>字</w:t></w:r></w:p>", "着重号")]
    [InlineData("<w:p><w:r><w:ruby/></w:r></w:p>", "拼音指南")]
    [InlineData("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>", "符号字体")]
    [InlineData("<w:altChunk/>", "插入的外部文件")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:p/>", "表格中的表格")]
    [InlineData("<w:tbl><w:tblPr><w:tblpPr w:vertAnchor=\"text\" w:tblpY=\"100\"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>", "文字环绕的表格")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val=\"tbRl\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>", "文字方向")]
    [InlineData("<w:p/><w:sectPr><w:cols w:num=\"2\"/></w:sectPr>", "分栏")]
    [InlineData("<w:p/><w:sectPr><w:pgBorders><w:top w:val=\"single\"/></w:pgBorders></w:sectPr>", "页面边框")]
    [InlineData("<w:p><w:r><w:未来功能/></w:r></w:p>", "元素 未来功能")]
    public void Should_name_and_block(string inner, string name)
    {
        var body = new Body($"<w:body {Names}>{inner}</w:body>");

        var result = WordToPdf.Convert(WordFile.Of([.. body.ChildElements.Select(child => child.CloneNode(true))]), Site.Options);

        Assert.Contains(result.Problems, problem => problem.Code == ProblemCodes.Unsupported && problem.Message.Contains($"“{name}”") && problem.Where.Length > 0);
        Assert.False(result.IsFaithful);
    }

    [Theory]
    [InlineData("<w:p><w:bookmarkStart w:id=\"0\" w:name=\"a\"/><w:bookmarkEnd w:id=\"0\"/><w:proofErr w:type=\"spellStart\"/><w:r><w:lastRenderedPageBreak/><w:t>字</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/><w:strike/></w:rPr><w:t>隐藏</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:b/><w:i/><w:u w:val=\"single\"/><w:vertAlign w:val=\"superscript\"/><w:color w:val=\"FF0000\"/><w:w w:val=\"80\"/></w:rPr><w:t>字2</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:strike w:val=\"0\"/><w:highlight w:val=\"none\"/></w:rPr><w:t>字</w:t></w:r></w:p>")]
    public void Should_stay_silent_where_nothing_is_lost(string inner)
    {
        var body = new Body($"<w:body {Names}>{inner}</w:body>");

        Assert.Empty(WordToPdf.Convert(WordFile.Of([.. body.ChildElements.Select(child => child.CloneNode(true))]), Site.Options).Problems);
    }

    [Fact]
    public async Task Should_draw_a_seal_that_floats_inside_a_table_cell()
    {
        var cell = new TableCell(new TableCellProperties(), WordFile.Paragraph("{{图:印章|30}}", "市考核办"), WordFile.Paragraph("2026年3月10日"));
        var table = new Table(new TableProperties(), new TableGrid(new GridColumn { Width = "4422" }, new GridColumn { Width = "4422" }), new TableRow(new TableCell(WordFile.Paragraph("乙方")), cell));
        var merged = WordTemplate.Merge(new MemoryStream(WordFile.Of(table, new Paragraph())), new Dictionary<string, object?> { ["印章"] = SamplePicture.Seal() });

        var result = WordToPdf.Convert(merged.Bytes, Site.Options);

        Assert.Empty(result.Problems);
        var red = (await PageInk.Of(Site.Save(result.Bytes, "a.pdf"), 1)).Rows(PageInk.IsRed);
        var (left, right) = (red.Min(row => row.Left), red.Max(row => row.Right));
        Assert.Equal(29, right - left, 1.5);

        // The middle of the second column.
        Assert.Equal(28 + 78 + 39, (left + right) / 2, 1.0);
        Assert.Empty(WordFile.Validate(merged.Bytes));
    }
}
