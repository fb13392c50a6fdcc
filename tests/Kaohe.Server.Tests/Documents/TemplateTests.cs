using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents;
using Kaohe.Office.Documents;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Tests.Documents;

/// <summary>公文模板: the office replaces a template, looks at it, goes back.</summary>
public sealed class TemplateTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    private const string Name = "督查通知";

    [Fact]
    public async Task Should_make_papers_from_the_offices_own_template_and_from_the_shipped_one_again()
    {
        var own = Edited(Shipped(Name), "请认真贯彻落实，逐项对照检查。");
        using var uploaded = await UploadAsync(Name, "file?note=加一句要求", own);
        Assert.True(uploaded.IsSuccessStatusCode, await uploaded.Content.ReadAsStringAsync(DocumentCity.Cancel));

        var first = await city.DraftAsync(DocumentCity.Notice(signed: false), row => row.State == DocumentState.Issued);
        Assert.Contains("逐项对照检查", DocumentStore.Read(first).Current.Text, StringComparison.Ordinal);
        Assert.Contains("逐项对照检查", await PreviewAsync(Name, 1), StringComparison.Ordinal);
        Assert.DoesNotContain("逐项对照检查", await PreviewAsync(Name, 0), StringComparison.Ordinal);

        using var restored = await DocumentCity.PostAsync(city.Office, $"/api/templates/{Name}/restore", new { version = 0 });
        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        var second = await city.DraftAsync(DocumentCity.Notice(signed: false), row => row.State == DocumentState.Issued);

        Assert.DoesNotContain("逐项对照检查", DocumentStore.Read(second).Current.Text, StringComparison.Ordinal);
        var versions = await city.Office.GetFromJsonAsync<JsonElement>($"/api/templates/{Name}", DocumentCity.Cancel);
        Assert.Equal(
            [(2, "恢复原版", "考核办甲", true), (1, "加一句要求", "考核办甲", false), (0, "随系统提供", null, false)],
            versions.EnumerateArray().Select(one => (one.GetProperty("number").GetInt32(), one.GetProperty("note").GetString(), one.GetProperty("byName").GetString(), one.GetProperty("isInForce").GetBoolean())));
    }

    [Fact]
    public async Task Should_list_everything_that_is_wrong_at_once_and_change_nothing()
    {
        const string Other = "督查通报";
        var bad = Spoiled(Shipped(Other));

        using var answer = await UploadAsync(Other, "file", bad);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var codes = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(DocumentCity.Cancel)).RootElement.GetProperty("problems").EnumerateArray()
            .Select(problem => problem.GetProperty("code").GetString()).ToHashSet();
        Assert.Superset(
            new HashSet<string?> { ProblemCodes.UnknownField, ProblemCodes.UnbalancedBlock, ProblemCodes.ExternalContent, ProblemCodes.ActiveContent, ProblemCodes.Unsupported }, codes);
        Assert.Single((await city.Office.GetFromJsonAsync<JsonElement>($"/api/templates/{Other}", DocumentCity.Cancel)).EnumerateArray());
    }

    [Fact]
    public async Task Should_say_of_a_file_that_is_no_Word_document_what_it_should_be()
    {
        using var answer = await UploadAsync(Name, "check", [.. "%PDF-1.7"u8]);

        var problem = (await answer.Content.ReadFromJsonAsync<JsonElement>(DocumentCity.Cancel)).EnumerateArray().Single();
        Assert.Equal(ProblemCodes.NotAWordFile, problem.GetProperty("code").GetString());
        Assert.Contains(".docx", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_templates_to_the_office()
    {
        foreach (var person in new[] { city.Leader, city.UnitPerson, city.Team, city.Administrator })
        {
            using var list = await person.GetAsync("/api/templates/", DocumentCity.Cancel);
            using var preview = await person.GetAsync($"/templates/{Name}/0/pdf", DocumentCity.Cancel);
            Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [list.StatusCode, preview.StatusCode]);
        }

        Assert.Equal(29, (await city.Office.GetFromJsonAsync<JsonElement>("/api/templates/", DocumentCity.Cancel)).GetArrayLength());
        var fields = await city.Office.GetFromJsonAsync<JsonElement>($"/api/templates/{Name}/fields", DocumentCity.Cancel);
        Assert.Contains("督查范围", fields.EnumerateArray().Select(field => field.GetProperty("name").GetString()));
    }

    private async Task<string> PreviewAsync(string name, int version)
    {
        var path = Path.Combine(city.Folder, $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, await city.Office.GetByteArrayAsync($"/templates/{name}/{version}/pdf", DocumentCity.Cancel), DocumentCity.Cancel);
        return (await PlayedCity.RunAsync("pdftotext", "-raw", path, "-")).ReplaceLineEndings("");
    }

    private async Task<HttpResponseMessage> UploadAsync(string name, string verb, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name + ".docx");
        return await city.Office.PostAsync($"/api/templates/{name}/{verb}", form, DocumentCity.Cancel);
    }

    private static byte[] Shipped(string name) => File.ReadAllBytes(Path.Combine(DocumentCity.Repository, "templates", "word", name + ".docx"));

    private static byte[] Edited(byte[] docx, string sentence) => Change(docx, document =>
    {
        var last = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Last(paragraph => paragraph.InnerText.Contains("督查期间", StringComparison.Ordinal));
        var copy = (Paragraph)last.CloneNode(deep: true);
        copy.RemoveAllChildren<Run>();
        copy.Append(new Run(new Text(sentence)));
        last.InsertAfterSelf(copy);
    });

    private static byte[] Spoiled(byte[] docx) => Change(docx, document =>
    {
        var main = document.MainDocumentPart!;
        main.Document!.Body!.PrependChild(new Paragraph(new Run(new Text("{{不存在的字段}}"))));
        main.Document.Body.PrependChild(new Paragraph(new Run(new Text("{{?年度}}"))));
        main.Document.Body.PrependChild(new Paragraph(new Run(new EndnoteReference { Id = 1 })));
        main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://elsewhere.example/a.png"));
        using var program = new MemoryStream([1, 2, 3]);
        main.AddNewPart<VbaProjectPart>().FeedData(program);
    });

    private static byte[] Change(byte[] docx, Action<WordprocessingDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document);
        }

        return stream.ToArray();
    }
}
