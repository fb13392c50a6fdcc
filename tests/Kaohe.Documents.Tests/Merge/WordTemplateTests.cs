using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Merge;

public sealed class WordTemplateTests
{
    private static MergeResult Merge(byte[] template, string json) => WordTemplate.Merge(template, MergeData.FromJson(json));

    [Fact]
    public void Should_fill_a_field_that_Word_split_over_runs()
    {
        var template = WordFile.Of(WordFile.Paragraph("请", "{", "{单", "位}}", "于{{期限:yyyy年M月d日}}前报送。"));

        var result = Merge(template, """{"单位":"代县","期限":"2026-11-30"}""");

        Assert.Equal(["请代县于2026年11月30日前报送。"], WordFile.Paragraphs(result.Bytes));
        Assert.True(result.IsComplete);
    }

    [Fact]
    public void Should_keep_the_format_of_the_run_where_the_field_starts()
    {
        var bold = new Run(new RunProperties(new Bold()), new Text("{{等"));
        var template = WordFile.Of(new Paragraph(bold, new Run(new Text("次}}，特此通知。"))));

        var result = Merge(template, """{"等次":"好"}""");

        using var document = WordprocessingDocument.Open(new MemoryStream(result.Bytes), false);
        var runs = document.MainDocumentPart!.Document!.Descendants<Run>().ToList();
        Assert.Equal("好", runs[0].InnerText);
        Assert.NotNull(runs[0].RunProperties!.Bold);
        Assert.Equal("，特此通知。", runs[1].InnerText);
    }

    [Fact]
    public void Should_tell_missing_from_unknown_and_leave_both_visible()
    {
        var result = Merge(WordFile.OfText("{{文号}}{{标題}}{{文号}}"), """{"文号":null,"标题":"通知"}""");

        Assert.Equal(["文号"], result.Missing);
        Assert.Equal(["标題"], result.Unknown);
        Assert.False(result.IsComplete);
        Assert.Equal(["{{文号}}{{标題}}{{文号}}"], WordFile.Paragraphs(result.Bytes));
    }

    [Theory]
    [InlineData("{{得分:0.000}}", "87.439")]
    [InlineData("{{得分：0.0}}", "87.4")]
    [InlineData("{{ 得分 }}", "87.4385")]
    [InlineData("{{单位.名称}}", "偏关县")]
    [InlineData("{{时间:yyyy年M月d日HH:mm}}", "2027年1月20日09:05")]
    [InlineData("{{成员}}", "王㛃、陈𬭎")]
    public void Should_format_values(string field, string expected)
    {
        var result = Merge(WordFile.OfText(field), """{"得分":87.4385,"单位":{"名称":"偏关县"},"时间":"2027-01-20T09:05","成员":["王㛃","陈𬭎"]}""");

        Assert.Equal([expected], WordFile.Paragraphs(result.Bytes));
    }

    [Fact]
    public void Should_take_dates_and_numbers_of_dotnet_types()
    {
        var data = new Dictionary<string, object?> { ["日期"] = new DateOnly(2026, 3, 31), ["分"] = 91.5m };

        var result = WordTemplate.Merge(new MemoryStream(WordFile.OfText("{{日期}}得{{分:0.00}}分")), data);

        Assert.Equal(["2026年3月31日得91.50分"], WordFile.Paragraphs(result.Bytes));
    }

    [Fact]
    public void Should_repeat_the_row_of_a_list_and_keep_its_header()
    {
        var template = WordFile.Of(new Table(new TableProperties(), new TableGrid(new GridColumn()), WordFile.Row(true, "序号", "指标"), WordFile.Row(false, "{{明细.序号}}", "{{明细.指标}}")), new Paragraph());

        var result = Merge(template, """{"明细":[{"指标":"生产总值"},{"指标":"财政总收入"}]}""");

        Assert.Equal(["序号", "指标", "1", "生产总值", "2", "财政总收入", ""], WordFile.Paragraphs(result.Bytes));
        using var document = WordprocessingDocument.Open(new MemoryStream(result.Bytes), false);
        Assert.Single(document.MainDocumentPart!.Document!.Descendants<TableHeader>());
    }

    [Fact]
    public void Should_tie_only_the_last_row_of_a_list_to_what_follows_the_table()
    {
        var row = WordFile.Row(header: false, "{{明细.指标}}");
        foreach (var paragraph in row.Descendants<Paragraph>())
        {
            paragraph.PrependChild(new ParagraphProperties(new KeepNext()));
        }

        var merged = WordTemplate.Merge(WordFile.Of(new Table(row)), MergeData.FromJson("""{"明细":[{"指标":"甲"},{"指标":"乙"},{"指标":"丙"}]}"""));

        using var document = WordprocessingDocument.Open(new MemoryStream(merged.Bytes), isEditable: false);
        Assert.Equal(["丙"], document.MainDocumentPart!.Document!.Descendants<TableRow>().Where(one => one.Descendants<KeepNext>().Any()).Select(one => one.InnerText));
    }

    [Fact]
    public void Should_repeat_a_paragraph_of_a_list_and_number_only_when_there_are_several()
    {
        var template = WordFile.OfText("{{?附件.首行}}附件：{{/附件.首行}}{{?!附件.唯一}}{{附件.序号}}.{{/!附件.唯一}}{{附件.名称}}");

        Assert.Equal(["附件：1.提纲", "2.清单"], WordFile.Paragraphs(Merge(template, """{"附件":[{"名称":"提纲"},{"名称":"清单"}]}""").Bytes));
        Assert.Equal(["附件：提纲"], WordFile.Paragraphs(Merge(template, """{"附件":[{"名称":"提纲"}]}""").Bytes));
        Assert.Empty(WordFile.Paragraphs(Merge(template, """{"附件":[]}""").Bytes));
    }

    [Theory]
    [InlineData("""{"等次":"好","整改":false}""", new[] { "予以表彰。" })]
    [InlineData("""{"等次":"差","整改":true}""", new[] { "限期整改。", "无表彰。" })]
    public void Should_keep_or_drop_conditional_blocks(string json, string[] expected)
    {
        var template = WordFile.OfText("{{?等次=好}}", "予以表彰。", "{{/等次=好}}", "{{?整改}}", "限期整改。", "{{?!等次=好}}", "无表彰。", "{{/!等次=好}}", "{{/整改}}");

        Assert.Equal(expected, WordFile.Paragraphs(Merge(template, json).Bytes));
    }

    [Fact]
    public void Should_drop_a_table_inside_a_block_that_does_not_hold()
    {
        var template = WordFile.Of(WordFile.Paragraph("{{?有}}"), new Table(new TableProperties(), new TableGrid(new GridColumn()), WordFile.Row(false, "{{别处.列}}")), WordFile.Paragraph("{{/有}}"), WordFile.Paragraph("完"));

        var result = Merge(template, """{"有":[]}""");

        Assert.Equal(["完"], WordFile.Paragraphs(result.Bytes));
        Assert.Empty(result.Unknown);
    }

    [Fact]
    public void Should_refuse_a_block_that_is_not_closed()
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => Merge(WordFile.OfText("{{?整改}}", "限期整改。"), """{"整改":true}"""));

        Assert.Equal(ProblemCodes.UnbalancedBlock, Assert.Single(refusal.Problems).Code);
        Assert.Contains("{{/整改}}", refusal.Message);
    }

    [Fact]
    public void Should_make_paragraphs_of_the_lines_of_a_value_and_keep_their_format()
    {
        var paragraph = WordFile.Paragraph("情况：{{内容}}完。");
        paragraph.PrependChild(new ParagraphProperties(new Indentation { FirstLine = "632" }));

        var result = Merge(WordFile.Of(paragraph), """{"内容":"一是甲。\n二是乙。"}""");

        Assert.Equal(["情况：一是甲。", "二是乙。完。"], WordFile.Paragraphs(result.Bytes));
        using var document = WordprocessingDocument.Open(new MemoryStream(result.Bytes), false);
        Assert.Equal(2, document.MainDocumentPart!.Document!.Descendants<Indentation>().Count());
    }

    [Fact]
    public void Should_fill_a_content_control_by_its_tag()
    {
        var control = new SdtRun(
            new SdtProperties(new Tag { Val = "期限:yyyy年M月d日" }, new ShowingPlaceholder(), new SdtContentText()),
            new SdtContentRun(new Run(new RunProperties(new RunStyle { Val = "PlaceholderText" }), new Text("点击")), new Run(new Text("填写"))));

        var result = Merge(WordFile.Of(new Paragraph(control)), """{"期限":"2026-12-01"}""");

        Assert.Equal(["2026年12月1日"], WordFile.Paragraphs(result.Bytes));
    }

    [Fact]
    public void Should_report_a_content_control_that_would_print_its_prompt()
    {
        var control = new SdtRun(
            new SdtProperties(new Tag { Val = "期线" }, new ShowingPlaceholder()),
            new SdtContentRun(new Run(new Text("点击此处"))));

        Assert.Equal(["期线"], Merge(WordFile.Of(new Paragraph(control)), "{}").Unknown);
    }

    [Fact]
    public void Should_treat_braces_inside_a_value_as_text()
    {
        var result = Merge(WordFile.OfText("{{甲}}{{乙}}"), """{"甲":"{{乙}}","乙":"<w:t>&"}""");

        Assert.Equal(["{{乙}}<w:t>&"], WordFile.Paragraphs(result.Bytes));
    }

    [Fact]
    public void Should_give_the_same_bytes_for_the_same_data()
    {
        var template = File.ReadAllBytes(Repository.Template("结果通知书"));
        var data = Templates.TemplateCatalogueTests.Sample("结果通知书");

        Assert.Equal(WordTemplate.Merge(template, data).Bytes, WordTemplate.Merge(template, data).Bytes);
    }
}
