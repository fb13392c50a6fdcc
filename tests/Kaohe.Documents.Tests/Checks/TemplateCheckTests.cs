using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Checks;

public sealed class TemplateCheckTests
{
    public static TheoryData<string> Names => [.. TemplateCatalogue.All.Select(template => template.Name)];

    private static IReadOnlyList<DocumentProblem> Check(byte[] docx, string? template = "结果通知书") =>
        TemplateCheck.Check(new MemoryStream(docx), template is null ? null : TemplateCatalogue.Find(template), Site.Fonts);

    private static byte[] With(Action<WordprocessingDocument> change, params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        stream.Write(WordFile.OfText(paragraphs));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document);
        }

        return stream.ToArray();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_pass_every_shipped_template(string name) => Assert.Empty(Check(File.ReadAllBytes(Repository.Template(name)), name));

    [Fact]
    public void Should_list_all_slips_at_once_with_their_places()
    {
        var problems = Check(WordFile.OfText("{{被考核单位}}的{{总份}}", "{{?需整改}}", "请整改。", "{{名次", "{{/需诫勉谈话}}", "得{总分}分"));

        Assert.Equal(
            [(ProblemCodes.UnknownField, "正文第1段"), (ProblemCodes.BadPlaceholder, "正文第4段"), (ProblemCodes.UnbalancedBlock, "正文第5段"), (ProblemCodes.BadPlaceholder, "正文第6段"), (ProblemCodes.UnbalancedBlock, "正文第2段")],
            problems.Select(problem => (problem.Code, problem.Where)));
        Assert.Contains("是否为“总分”", problems[0].Message);
        Assert.Contains("{{/需整改}}", problems[4].Message);
        Assert.Equal([true, true, true, false, true], problems.Select(problem => problem.IsBlocking));
    }

    [Fact]
    public void Should_refuse_macros_remote_templates_and_external_pictures()
    {
        var docx = With(document =>
        {
            var main = document.MainDocumentPart!;
            main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]));
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings();
            main.DocumentSettingsPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://evil.example/a.dotm"));
            main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://evil.example/a.png"));
            main.AddHyperlinkRelationship(new Uri("https://www.gov.cn"), isExternal: true);
        });

        var problems = Check(docx, template: null);

        Assert.Equal(1, problems.Count(problem => problem.Code == ProblemCodes.ActiveContent));
        Assert.Equal(2, problems.Count(problem => problem.Code == ProblemCodes.ExternalContent));
        Assert.DoesNotContain(problems, problem => problem.Message.Contains("gov.cn"));
    }

    [Fact]
    public void Should_refuse_a_macro_enabled_file_by_its_type()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.MacroEnabledDocument))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph()));
        }

        Assert.Equal(ProblemCodes.ActiveContent, Assert.Single(Check(stream.ToArray(), null)).Code);
    }

    [Fact]
    public void Should_name_what_the_PDF_cannot_show_and_fonts_outside_the_set()
    {
        var strange = new Run(new RunProperties(new RunFonts { EastAsia = "微软雅黑" }, new Strike()), new Text("删"));
        var docx = WordFile.Of(
            new Paragraph(strange),
            new Paragraph(new Run(new FootnoteReference { Id = 1 })),
            new Paragraph(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 3 })), new Run(new Text("条"))),
            new Paragraph(new InsertedRun(new Run(new Text("增"))) { Author = "a" }));

        var problems = Check(docx, template: null);

        Assert.Equal(["删除线", "字体", "脚注", "自动编号", "修订痕迹（插入）"], problems.Select(p => p.Code == ProblemCodes.UnknownFont ? "字体" : p.Message.Split('“', '”')[1]));
        Assert.All(problems, problem => Assert.Equal(problem.Code != ProblemCodes.UnknownFont, problem.IsBlocking));
    }

    [Fact]
    public void Should_say_what_is_wrong_with_a_file_that_is_no_Word_file()
    {
        Assert.Equal(ProblemCodes.NotAWordFile, Assert.Single(Check("hello"u8.ToArray())).Code);
        Assert.Equal(ProblemCodes.NotAWordFile, Assert.Single(Check([])).Code);
    }
}
