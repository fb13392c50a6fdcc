using System.Net;
using System.Text.Json;
using Kaohe.Office.Documents;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

public sealed class SigningTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Fact]
    public async Task Should_change_the_state_once_although_it_is_clicked_twice()
    {
        var row = await SigningAsync();
        var body = new { secret = ServerHost.Password, sha256 = DocumentStore.Read(row).Current.File.Sha256, opinion = "同意印发", operationId = $"click-{row.Id}" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/sign", body)));

        // A click that comes after the document has moved on is told so or answered as the first; the document is signed once.
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        await IssuedAsync(row.Id);
        var history = await HistoryAsync(row.Id);
        Assert.Single(history, line => line.Kind == DocumentEventKind.Signed);
        Assert.Single(history, line => line.Kind == DocumentEventKind.Issued);
    }

    [Fact]
    public async Task Should_not_sign_without_the_leaders_own_password()
    {
        var row = await SigningAsync();

        using var answer = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/sign", new { secret = "wrong-1", sha256 = DocumentStore.Read(row).Current.File.Sha256 });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["pin"], await PathsAsync(answer));
        Assert.DoesNotContain(await HistoryAsync(row.Id), line => line.Kind == DocumentEventKind.Signed);
    }

    [Fact]
    public async Task Should_not_sign_another_file_than_the_one_that_was_read()
    {
        var row = await SigningAsync();

        using var answer = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/sign", new { secret = ServerHost.Password, sha256 = new string('0', 64) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["sha256"], await PathsAsync(answer));
    }

    [Fact]
    public async Task Should_send_back_only_with_a_comment_and_tell_the_flow()
    {
        var row = await SigningAsync();
        using var without = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/return", new { text = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);

        using var with = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/return", new { text = "时间太紧" });

        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Contains(await HistoryAsync(row.Id), line => line is { Kind: DocumentEventKind.Returned, Detail: "时间太紧" });
    }

    [Fact]
    public async Task Should_number_without_a_gap_when_many_are_issued_at_once()
    {
        var drafts = Enumerable.Range(0, 6).Select(_ => DocumentCity.Notice(signed: false)).ToList();

        var rows = await Task.WhenAll(drafts.Select(draft => city.DraftAsync(draft, row => row.State == DocumentState.Issued)));

        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        var sequence = await db.Set<NumberSequenceRow>().AsNoTracking().SingleAsync(DocumentCity.Cancel);
        var kept = JsonSerializer.Deserialize<NumberSequence>(sequence.Json, Kaohe.Office.OfficeJson.Options)!;
        Assert.Equal(Enumerable.Range(1, sequence.Last), kept.Entries.Select(entry => entry.Serial));
        Assert.Equal(rows.Length, rows.Select(row => row.Number).Distinct().Count());
    }

    [Fact]
    public async Task Should_keep_the_number_of_a_void_document_with_its_reason()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), one => one.State == DocumentState.Issued);

        using var answer = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/void", new { text = "文种用错" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        var kept = JsonSerializer.Deserialize<NumberSequence>((await db.Set<NumberSequenceRow>().AsNoTracking().SingleAsync(DocumentCity.Cancel)).Json, Kaohe.Office.OfficeJson.Options)!;
        Assert.Equal("文种用错", kept.Entries.Single(entry => entry.DocumentId == row.Id).VoidReason);
    }

    private Task<DocumentRow> SigningAsync() => city.DraftAsync(DocumentCity.Notice(signed: true), row => row.State == DocumentState.Signing);

    private Task<DocumentRow> IssuedAsync(string id) => city.WaitAsync(db => db.Documents().Where(row => row.Id == id), row => row.State == DocumentState.Issued);

    private async Task<IReadOnlyList<DocumentEvent>> HistoryAsync(string id)
    {
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        return await DocumentStore.HistoryAsync(db, id, DocumentCity.Cancel);
    }

    private static async Task<IEnumerable<string?>> PathsAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(DocumentCity.Cancel)).RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString());
}
