using System.Globalization;
using System.Text.RegularExpressions;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Pdf;

/// <summary>Measures GB/T 9704-2012 in the finished PDF, with poppler as the ruler.</summary>
public sealed class Gb9704Tests
{
    private const double Millimetre = 72 / 25.4;
    private const double Left = 28 * Millimetre;
    private const double Top = 37 * Millimetre;
    private const double Width = 156 * Millimetre;
    private const double Height = 225 * Millimetre;

    /// <summary>A notice whose body fills pages with plain full-width characters.</summary>
    private static string FullPages()
    {
        var body = string.Concat(Enumerable.Repeat("年度目标责任考核工作安排部署", 200));
        var json = $$"""
            {"年度":2026,"被考核单位":"代县","主送机关":"代县","考核组名称":"市第一考核组","考核办法":"《办法》","督查期间":"第三季度","总体情况":"{{body}}",
             "开始日期":"2026-10-12","结束日期":"2026-10-23","督查范围":"各县","进度":[],"问题":[],"整改期限":"2026-11-30","附件":[],
             "发文机关标志":"忻州市年度目标责任考核办公室文件","发文字号":"忻考办〔2026〕1号","落款机关":"市考核办","成文日期":"2026-11-23","印章":null,
             "二维码":null,"核验码":"","抄送":"市委办公室","印发机关":"市考核办","印发日期":"2026-11-23"}
            """;
        var merged = Site.Merge("督查通报", json);
        Assert.True(merged.IsComplete, string.Join('，', merged.Missing.Concat(merged.Unknown)));
        var result = WordToPdf.Convert(merged.Bytes, Site.Options);
        Assert.Empty(result.Problems);
        return Site.Save(result.Bytes, "full.pdf");
    }

    [Theory]
    [InlineData("忻州市年度目标责任考核领导组办公室文件")]
    [InlineData("中共忻州市委忻州市人民政府年度目标责任考核工作领导组办公室文件")]
    public async Task Should_keep_a_long_issuers_mark_on_one_line_inside_the_margins(string mark)
    {
        var merged = Site.Merge("督查通报", $$"""{"发文机关标志":"{{mark}}"}""");
        var line = (await PdfWords.Lines(Site.Save(WordToPdf.Convert(merged.Bytes, Site.Options).Bytes, "mark.pdf")))[0];

        Assert.Equal(mark, line.Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.InRange(line.Left, Left - 1, Left + 30);
        Assert.InRange(line.Right, Left + Width - 30, Left + Width + 1);
    }

    [Fact]
    public async Task Should_set_22_lines_of_28_characters_inside_the_margins()
    {
        var lines = await PdfWords.Lines(FullPages());

        var page = lines.Where(line => line.Page == 3 && !line.Text.StartsWith('—')).OrderBy(line => line.Top).ToList();
        Assert.Equal(22, page.Count);
        Assert.All(page, line => Assert.Equal(28, line.Text.Replace(" ", "").Length));
        Assert.All(page, line => Assert.Equal(Left, line.Left, 1.5));
        Assert.All(page, line => Assert.Equal(Left + Width, line.Right, 1.5));
        var pitch = page.Zip(page.Skip(1), (a, b) => b.Top - a.Top);
        Assert.All(pitch, p => Assert.Equal(28.95, p, 0.1));
        Assert.InRange(page[0].Top, Top - 1, Top + 12);
        Assert.InRange(page[^1].Bottom, Top + Height - 14, Top + Height + 1);
    }

    [Fact]
    public async Task Should_put_page_numbers_outside_under_the_text()
    {
        var lines = await PdfWords.Lines(FullPages());

        var odd = Assert.Single(lines, line => line.Text == "— 1 —");
        var even = Assert.Single(lines, line => line.Text == "— 2 —");
        Assert.Equal(Left + Width - 14, odd.Right, 1.0);
        Assert.Equal(Left + 14, even.Left, 1.0);

        // The dashes stand 7 mm under the text area; they are drawn in the middle of the type's height.
        Assert.Equal(Top + Height + (7 * Millimetre), (odd.Top + odd.Bottom) / 2, 7.0);
    }

    [Fact]
    public async Task Should_print_mark_and_red_rule_where_the_standard_wants_them()
    {
        var ink = await PageInk.Of(FullPages(), page: 1);

        var red = ink.Rows(PageInk.IsRed);
        var rule = red.Where(row => row.Right - row.Left > 150).ToList();
        Assert.Equal(37 + 35, red[0].Y, 0.8);
        Assert.True(red.Where(row => row.Y < rule[0].Y - 1).Max(row => row.Right - row.Left) <= 156);
        Assert.InRange(rule.Count * PageInk.Step, 0.35, 0.9);
        Assert.All(rule, row => Assert.Equal(28, row.Left, 0.3));
        Assert.All(rule, row => Assert.Equal(28 + 156, row.Right, 0.3));
        var number = ink.Rows(PageInk.IsBlack).Where(row => row.Y < rule[0].Y).Max(row => row.Y);
        Assert.Equal(4, rule[0].Y - number, 0.8);
    }

    [Fact]
    public async Task Should_keep_signer_and_date_on_a_page_with_text()
    {
        var lines = await PdfWords.Lines(FullPages());

        var date = Assert.Single(lines, line => line.Text == "2026年11月23日");
        var onPage = lines.Where(line => line.Page == date.Page).ToList();
        Assert.Contains(onPage, line => line.Text.Contains("目标任务"));
        Assert.Equal(Left + Width - (4 * 15.75), date.Right, 1.0);
    }

    public static TheoryData<string> Sealed() =>
        [.. TemplateCatalogue.All.Select(one => one.Name).Where(name => WordFile.Paragraphs(File.ReadAllBytes(Repository.Template(name))).Any(text => text.Contains("{{图:印章", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Sealed))]
    public async Task Should_leave_no_page_with_the_seal_alone(string template)
    {
        var lines = await PdfWords.Lines(Site.Save(WordToPdf.Convert(Site.Document(template), Site.Options).Bytes, "a.pdf"));

        var date = lines.Last(line => line.Text == "2026年11月23日");
        var above = lines.Where(line => line.Page == date.Page && line.Top < date.Top - 20).ToList();
        Assert.True(above.Count >= 2, $"Nothing but the seal on page {date.Page}.");
    }

    [Fact]
    public async Task Should_put_the_imprint_on_the_lower_edge_of_the_last_page()
    {
        var lines = await PdfWords.Lines(FullPages());

        var printed = Assert.Single(lines, line => line.Text.EndsWith("印发"));
        Assert.Equal(lines.Max(line => line.Page), printed.Page);
        Assert.InRange(printed.Bottom, Top + Height - 14, Top + Height + 1);
        Assert.Equal(Left + Width - 14, printed.Right, 1.0);
    }
}
