using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Office.Documents;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>签发 is a task: signing where it is read completes it, completing it signs.</summary>
public sealed class SignTaskTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Fact]
    public async Task Should_stand_in_the_leaders_inbox_until_it_is_signed_on_its_page()
    {
        var row = await SigningAsync();
        var task = await TaskAsync(row.Id);
        Assert.Contains(task.Id, await InboxAsync(), StringComparison.Ordinal);
        Assert.InRange(task.DueAt!.Value, task.CreatedAt.AddDays(1), task.CreatedAt.AddDays(12)); // 3 working days, also over a long holiday

        using var signed = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/sign", new { secret = ServerHost.Password, sha256 = Hash(row), opinion = "同意印发。" });

        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        var done = await TaskAsync(row.Id);
        Assert.Equal((TaskState.Completed, "签发", "市长"), (done.State, done.OutcomeLabel, done.EndedByName));
        Assert.DoesNotContain(task.Id, await InboxAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_sign_the_document_when_the_task_is_completed_with_the_persons_own_secret()
    {
        var row = await SigningAsync();
        var task = await TaskAsync(row.Id);
        using var claimed = await DocumentCity.PostAsync(city.Leader, $"/api/tasks/{task.Id}/claim", new { expectedRevision = task.Revision });
        var revision = (await TaskAsync(row.Id)).Revision;

        using var without = await DocumentCity.PostAsync(city.Leader, $"/api/tasks/{task.Id}/complete", new { expectedRevision = revision, outcome = "signed" });
        using var wrong = await DocumentCity.PostAsync(city.Leader, $"/api/tasks/{task.Id}/complete", new { expectedRevision = revision, outcome = "signed", secret = "wrong-1" });
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [without.StatusCode, wrong.StatusCode]);
        Assert.Equal(TaskState.Assigned, (await TaskAsync(row.Id)).State);

        using var right = await DocumentCity.PostAsync(city.Leader, $"/api/tasks/{task.Id}/complete", new { expectedRevision = revision, outcome = "signed", opinion = "同意。", secret = ServerHost.Password });

        Assert.True(right.IsSuccessStatusCode, await right.Content.ReadAsStringAsync(DocumentCity.Cancel));
        var issued = await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Issued);
        Assert.Equal(("市长", Hash(row)), (DocumentStore.Read(issued).Signature!.By.Name, DocumentStore.Read(issued).Signature!.Sha256));
        Assert.Equal("签发", (await TaskAsync(row.Id)).OutcomeLabel);
        Assert.DoesNotContain(ServerHost.Password, await StoredAsync(row.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_send_the_document_back_with_the_opinion_of_the_task()
    {
        var row = await SigningAsync();
        var task = await TaskAsync(row.Id);
        using var claimed = await DocumentCity.PostAsync(city.Leader, $"/api/tasks/{task.Id}/claim", new { expectedRevision = task.Revision });
        var revision = (await TaskAsync(row.Id)).Revision;

        using var answer = await DocumentCity.PostAsync(city.Leader, $"/api/tasks/{task.Id}/complete", new { expectedRevision = revision, outcome = "return", opinion = "期限太紧" });

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(DocumentCity.Cancel));
        var returned = await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Drafting);
        Assert.Equal("期限太紧", DocumentStore.Read(returned).Opinions[^1].Text);
    }

    [Fact]
    public async Task Should_end_when_the_document_is_returned_on_its_page_and_open_again_when_it_is_resubmitted()
    {
        var row = await SigningAsync();
        using var returned = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/return", new { text = "重拟" });
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        var first = await TaskAsync(row.Id);
        Assert.Equal((TaskState.Completed, "重拟"), (first.State, first.Opinion));

        using var again = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/submit");

        Assert.True(again.IsSuccessStatusCode, await again.Content.ReadAsStringAsync(DocumentCity.Cancel));
        Assert.True((await TaskAsync(row.Id, first.Id)).IsLive);
    }

    private Task<DocumentRow> SigningAsync() => city.DraftAsync(DocumentCity.Notice(signed: true), row => row.State == DocumentState.Signing);

    private static string Hash(DocumentRow row) => DocumentStore.Read(row).Current.File.Sha256;

    private async Task<string> InboxAsync() => (await city.Leader.GetFromJsonAsync<JsonElement>("/api/tasks/?box=Todo&size=200", DocumentCity.Cancel)).GetRawText();

    private async Task<HumanTask> TaskAsync(string documentId, string? butNot = null)
    {
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        return TaskStore.Read(await db.Tasks.AsNoTracking().SingleAsync(one => one.Kind == TaskKinds.SignOff && one.DocumentIds!.Contains(documentId) && one.Id != butNot, DocumentCity.Cancel));
    }

    private async Task<string> StoredAsync(string documentId)
    {
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        var task = await db.Tasks.AsNoTracking().SingleAsync(one => one.Kind == TaskKinds.SignOff && one.DocumentIds!.Contains(documentId), DocumentCity.Cancel);
        return task.Json + task.Given + string.Join('\n', (await TaskStore.HistoryAsync(db, task.Id, DocumentCity.Cancel)).Select(line => JsonSerializer.Serialize(line)));
    }
}
