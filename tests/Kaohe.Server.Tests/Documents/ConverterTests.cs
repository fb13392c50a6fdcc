using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Activities.Effects;
using Kaohe.Documents;
using Kaohe.Documents.Converting;
using Kaohe.Office.Documents;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Documents.Templates;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>The site has LibreOffice make its PDF files: two workers, the same papers.</summary>
public sealed class ConverterTests(LibreOfficeCity city) : IClassFixture<LibreOfficeCity>
{
    [Fact]
    public async Task Should_make_with_LibreOffice_the_same_pages_and_text_as_the_built_in_layout()
    {
        var rows = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => city.DraftAsync(DocumentCity.Notice(signed: false), row => row.State == DocumentState.Issued)));
        foreach (var row in rows)
        {
            var (files, word, pdf) = await FilesAsync(row.Id);
            Assert.Contains("LibreOffice", await PlayedCity.RunAsync("pdfinfo", pdf), StringComparison.Ordinal);
            Assert.Contains("Signature is Valid", await PlayedCity.RunAsync("pdfsig", pdf), StringComparison.Ordinal);
            var ours = await new BuiltInConverter(city.Services.GetRequiredService<SiteFonts>().Find()!).ConvertAsync(word, new PdfDetails("", "", DateTimeOffset.UnixEpoch), DocumentCity.Cancel);
            var own = pdf + ".own.pdf";
            await File.WriteAllBytesAsync(own, ours.Bytes, DocumentCity.Cancel);

            // 版记 stands right under the text in LibreOffice; that may cost or save a page.
            Assert.InRange(Math.Abs(files.Pages - ours.Pages), 0, 1);
            Assert.Equal(await LettersAsync(own), await LettersAsync(pdf));
        }
    }

    [Fact]
    public async Task Should_hold_a_paper_with_a_character_that_no_face_holds_before_it_is_signed()
    {
        var row = await city.DraftAsync(
            DocumentCity.Notice(signed: true) with { Data = new Dictionary<string, object?> { ["联系人"] = "王\U0002AA50" } }, one => one.State is DocumentState.Drafting or DocumentState.Signing);

        Assert.Equal(DocumentState.Drafting, row.State);
        var (files, _, _) = await FilesAsync(row.Id);
        Assert.Contains("\U0002AA50", System.Text.Json.Nodes.JsonNode.Parse(files.Problems)![0]!["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_let_a_template_hold_what_only_LibreOffice_shows()
    {
        var shipped = await File.ReadAllBytesAsync(Path.Combine(DocumentCity.Repository, "templates", "word", "督查通知.docx"), DocumentCity.Cancel);
        using var word = new MemoryStream();
        await word.WriteAsync(shipped, DocumentCity.Cancel);
        using (var document = WordprocessingDocument.Open(word, isEditable: true))
        {
            document.MainDocumentPart!.Document!.Body!.PrependChild(new Paragraph(new ParagraphProperties(new Shading { Val = ShadingPatternValues.Clear, Fill = "DDDDDD" })));
        }

        var problem = Assert.Single(city.Services.GetRequiredService<TemplateDesk>().Check("督查通知", word.ToArray()));

        Assert.Equal((ProblemCodes.Unsupported, false), (problem.Code, problem.IsBlocking));
    }

    private async Task<(DocumentRenditionRow Files, byte[] Word, string Pdf)> FilesAsync(string id)
    {
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        var files = await db.Set<DocumentRenditionRow>().AsNoTracking().Where(one => one.DocumentId == id).OrderBy(one => one.VersionNumber == DocumentRenditionRow.Final ? 0 : 1).FirstAsync(DocumentCity.Cancel);
        var store = city.Services.GetRequiredService<DocumentFiles>();
        var pdf = Path.Combine(city.Folder, id + ".pdf");
        await File.WriteAllBytesAsync(pdf, await store.ReadAsync(files.PdfSha256!, DocumentCity.Cancel), DocumentCity.Cancel);
        return (files, await store.ReadAsync(files.WordSha256, DocumentCity.Cancel), pdf);
    }

    // Lines and pages turn in different places, and with them page numbers and repeated headers.
    private static async Task<string> LettersAsync(string pdf)
    {
        var lines = (await PlayedCity.RunAsync("pdftotext", "-raw", pdf, "-")).Split('\n', '\f').Select(line => line.Replace(" ", "", StringComparison.Ordinal))
            .Where(line => !line.StartsWith('—') && line != "组别组长成员督查单位");
        return string.Concat(string.Concat(lines).Where(letter => !char.IsWhiteSpace(letter)).Order());
    }
}

/// <summary>The city on a site with <c>Documents:Converter = LibreOffice</c>.</summary>
public sealed class LibreOfficeCity : DocumentCity
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Documents:Converter=LibreOffice", "--Documents:LibreOffice:Workers=2"];
}
