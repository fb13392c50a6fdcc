using System.Diagnostics;
using System.Security.Cryptography;
using Kaohe.Activities.Effects;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Identity;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

public sealed class DraftingTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Fact]
    public async Task Should_make_a_real_Word_file_that_LibreOffice_opens_under_its_hash()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), document => document.State == DocumentState.Issued);

        var files = await FilesAsync(row.Id, DocumentRenditionRow.Final);
        var word = await Bytes(files.WordSha256);
        Assert.Equal(files.WordSha256, Convert.ToHexStringLower(SHA256.HashData(word)));
        var folder = Directory.CreateTempSubdirectory("kaohe-office-").FullName;
        try
        {
            var path = Path.Combine(folder, "notice.docx");
            await File.WriteAllBytesAsync(path, word, DocumentCity.Cancel);
            await RunAsync("soffice", "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "txt:Text", "--outdir", folder, path);
            var text = await File.ReadAllTextAsync(Path.Combine(folder, "notice.txt"), DocumentCity.Cancel);
            Assert.Contains(row.Number!, text, StringComparison.Ordinal);
            Assert.Contains("忻府区", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Should_number_an_unsigned_paper_as_it_is_drafted_and_ask_for_nothing_but_the_seal()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), document => document.State == DocumentState.Issued);

        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        var asked = await db.Outbox.AsNoTracking().Where(one => one.Key.StartsWith($"document:{row.Id}:") && one.Key.EndsWith(":finish")).CountAsync(DocumentCity.Cancel);
        Assert.Equal(1, asked);
        Assert.NotNull(row.Number);
    }

    [Fact]
    public async Task Should_show_a_unit_its_newest_paper_behind_newer_ones_that_it_may_not_read()
    {
        await city.DraftAsync(DocumentCity.Notice(signed: false), document => document.State == DocumentState.Issued);
        for (var count = 0; count < 5; count++)
        {
            await city.DraftAsync(DocumentCity.Notice(signed: true), document => document.State == DocumentState.Signing);
        }

        var unit = Actor.Of(new Person { Id = "p-reader", Name = "忻府区", Roles = [RoleCodes.Unit], Posts = [new Post(DocumentCity.Unit, PostCodes.Handler, "联络员")] });
        var latest = await city.Services.GetRequiredService<DocumentReader>().LatestAsync(unit, 1, DocumentCity.Cancel);

        Assert.Equal(DocumentState.Issued, Assert.Single(latest).State);
    }

    [Fact]
    public async Task Should_make_a_signed_letter_for_every_unit_that_says_unit_and_grade()
    {
        await city.AskAsync(
            KaoheEffects.GenerateLetter,
            new GenerateLetter { BookmarkId = "", Item = "letters", StepCode = "ResultDetermination", CycleYear = DocumentCity.Year, TemplateName = "结果通知书", Title = "年度目标责任考核结果通知书", Audience = AudienceSpec.Of(["xinfu", "yuanping", "dingxiang"]) },
            "letters");

        foreach (var unit in new[] { "xinfu", "yuanping", "dingxiang" })
        {
            var row = await city.WaitAsync(db => db.Documents().Where(one => one.Item == "letters" && one.UnitId == unit), one => one.State == DocumentState.Issued);
            var path = Path.Combine(city.Folder, unit + ".pdf");
            await File.WriteAllBytesAsync(path, await Bytes((await FilesAsync(row.Id, DocumentRenditionRow.Final)).PdfSha256!), DocumentCity.Cancel);
            var text = (await RunAsync("pdftotext", "-layout", path, "-")).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains(city.City.Units.First(one => one.Id == unit).Name, text, StringComparison.Ordinal);
            Assert.Matches("等次为“?(好|较好|一般|差)", text);
            Assert.Contains("Signature is Valid", await RunAsync("pdfsig", path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Should_keep_a_document_with_gaps_until_the_office_fills_them()
    {
        var draft = DocumentCity.Notice(signed: true) with { TemplateName = "谈话安排", Title = "个别谈话安排" };
        var row = await city.DraftAsync(draft, _ => true);

        Assert.Equal(DocumentState.Drafting, row.State);
        using var early = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/submit");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("谈话地点", await early.Content.ReadAsStringAsync(DocumentCity.Cancel), StringComparison.Ordinal);

        var fields = new Dictionary<string, string?>
        {
            ["谈话地点"] = "区委办公楼301室", ["谈话时长"] = "30", ["谈话"] = "郝喆 | 区委书记 | 9:00 | 李堃",
        };
        using var filled = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/fields", new { fields });
        Assert.True(filled.IsSuccessStatusCode, await filled.Content.ReadAsStringAsync(DocumentCity.Cancel));
        await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Signing);
    }

    [Fact]
    public async Task Should_mark_the_gaps_of_a_paper_that_nobody_signs()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false) with { TemplateName = "谈话安排", Title = "个别谈话安排" }, document => document.State == DocumentState.Issued);

        Assert.Contains("谈话地点", DocumentStore.Read(row).Current.Note, StringComparison.Ordinal);
        Assert.Contains("（待补）", DocumentStore.Read(row).Current.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", DocumentStore.Read(row).Current.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_draft_once_although_the_effect_comes_twice()
    {
        var draft = DocumentCity.Notice(signed: true);
        var key = Guid.NewGuid().ToString("N");
        await city.DraftAsync(draft, document => document.State == DocumentState.Signing, key);
        await city.AskAsync(KaoheEffects.DraftDocument, draft, key);

        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        Assert.Equal(1, await db.Documents().CountAsync(row => row.Item == draft.Item, DocumentCity.Cancel));
    }

    private async Task<DocumentRenditionRow> FilesAsync(string id, int version)
    {
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        return await db.Set<DocumentRenditionRow>().AsNoTracking().SingleAsync(one => one.DocumentId == id && one.VersionNumber == version, DocumentCity.Cancel);
    }

    private Task<byte[]> Bytes(string hash) => city.Services.GetRequiredService<DocumentFiles>().ReadAsync(hash, DocumentCity.Cancel);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(DocumentCity.Cancel);
        await process.WaitForExitAsync(DocumentCity.Cancel);
        return output;
    }
}
