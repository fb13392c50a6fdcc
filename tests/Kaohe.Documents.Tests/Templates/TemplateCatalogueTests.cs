using Kaohe.Documents.Merge;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using MakeTemplates;
using Xunit;

namespace Kaohe.Documents.Tests.Templates;

public sealed class TemplateCatalogueTests
{
    public static TheoryData<string> Names => [.. TemplateCatalogue.All.Select(template => template.Name)];

    public static MergeData Sample(string name) => TemplateCatalogue.Find(name)!.Sample();

    [Fact]
    public void Should_describe_every_shipped_template_and_no_other()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "templates", "word"), "*.docx").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(StringComparer.Ordinal), TemplateCatalogue.All.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Equal(TemplateSet.All.Keys.Order(StringComparer.Ordinal), TemplateCatalogue.All.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_ship_what_the_program_builds(string name) =>
        Assert.Equal(TemplateSet.Build(TemplateSet.All[name]), File.ReadAllBytes(Repository.Template(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_be_filled_completely_by_its_sample(string name)
    {
        var result = WordTemplate.Merge(File.ReadAllBytes(Repository.Template(name)), Sample(name));

        Assert.Empty(result.Missing);
        Assert.Empty(result.Unknown);
        Assert.DoesNotContain(WordFile.Paragraphs(result.Bytes), text => text.Contains("{{") || text.Contains("}}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_use_every_field_it_lists(string name)
    {
        var used = string.Concat(WordFile.Paragraphs(File.ReadAllBytes(Repository.Template(name))));

        Assert.All(TemplateCatalogue.Find(name)!.Fields, field => Assert.Matches($@"\{{\{{(\?!?|图:)?{field.Name}[.:|=}}]", used));
        Assert.All(
            TemplateCatalogue.Find(name)!.Fields.Where(field => field.Columns is not null).SelectMany(field => field.Columns!.Select(column => $"{field.Name}.{column.Name}")),
            column => Assert.Contains("{{" + column, used));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_be_valid_Word_before_and_after_the_merge(string name)
    {
        var template = File.ReadAllBytes(Repository.Template(name));

        Assert.Empty(WordFile.Validate(template));
        Assert.Empty(WordFile.Validate(WordTemplate.Merge(template, Sample(name)).Bytes));
    }

    [Fact]
    public async Task Should_open_in_LibreOffice_every_one()
    {
        var folder = Repository.Scratch();
        foreach (var template in TemplateCatalogue.All)
        {
            var bytes = await File.ReadAllBytesAsync(Repository.Template(template.Name), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, template.Name + ".docx"), WordTemplate.Merge(bytes, template.Sample()).Bytes, TestContext.Current.CancellationToken);
        }

        await LibreOffice.ToPdf(folder);

        foreach (var template in TemplateCatalogue.All)
        {
            var text = await Shell.Run("pdftotext", Path.Combine(folder, template.Name + ".pdf"), "-");
            Assert.True(text.Length > 200, template.Name);
            Assert.DoesNotContain("{{", text);
        }
    }

    // LibreOffice does not float the table on the lower edge, and would break it over two pages like any other.
    [Fact]
    public async Task Should_keep_the_imprint_on_one_page_in_LibreOffice_however_long_it_is()
    {
        var folder = Repository.Scratch();
        var template = await File.ReadAllBytesAsync(Repository.Template("结果通知书"), TestContext.Current.CancellationToken);
        for (var lines = 1; lines <= 20; lines++)
        {
            var values = TemplateCatalogue.Find("结果通知书")!.Fields.Where(field => field.Type != FieldType.Picture).ToDictionary(field => field.Name, field => (object?)field.Sample);
            values["二维码"] = "http://127.0.0.1/verify";
            values["抄送"] = string.Concat(Enumerable.Repeat("忻州市人民代表大会常务委员会办公室，", lines));
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{lines}.docx"), WordTemplate.Merge(template, MergeData.From(values)).Bytes, TestContext.Current.CancellationToken);
        }

        await LibreOffice.ToPdf(folder);

        for (var lines = 1; lines <= 20; lines++)
        {
            var last = (await Shell.Run("pdftotext", Path.Combine(folder, $"{lines}.pdf"), "-")).TrimEnd('\f').Split('\f')[^1];
            Assert.Contains("核验码：", last);
            Assert.Contains("抄送：", last);
            Assert.Contains("日印发", last);
        }
    }
}
