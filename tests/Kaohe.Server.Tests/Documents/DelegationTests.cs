using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Tasks;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>代理 over HTTP: recorded by the principal, in force on every way in, ended at once.</summary>
public sealed class DelegationTests(DelegatingCity city) : IClassFixture<DelegatingCity>
{
    private static CancellationToken Cancel => DocumentCity.Cancel;

    private DateOnly Today => OfficeTime.DateOf(city.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    [Fact]
    public async Task Should_let_a_proxy_sign_by_page_and_by_task_within_the_delegation_and_record_both_names()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        Assert.Equal(HttpStatusCode.NotFound, await SignAsync(row));

        var id = await RecordAsync(signing: true);
        Assert.Contains(row.Id, await city.Proxy.GetStringAsync("/api/documents?mine=true", Cancel), StringComparison.Ordinal);
        Assert.Contains("签发：", await city.Proxy.GetStringAsync("/api/tasks/?box=Todo&size=200", Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await SignAsync(row));

        await using var db = await DbAsync();
        var signature = DocumentStore.Read(await db.Documents().SingleAsync(one => one.Id == row.Id, Cancel)).Signature!;
        Assert.Equal(("考核办副主任", "市长"), (signature.By.Name, signature.Principal!.Name));
        Assert.Contains((await DocumentStore.HistoryAsync(db, row.Id, Cancel)).Select(line => line.Line), line => line.Contains("考核办副主任（代市长） 签发", StringComparison.Ordinal));
        var task = TaskStore.Read(await db.Tasks.SingleAsync(one => one.Kind == TaskKinds.SignOff && one.DocumentIds!.Contains(row.Id), Cancel));
        Assert.Equal((TaskState.Completed, "考核办副主任"), (task.State, task.EndedByName));
        Assert.Contains((await TaskStore.HistoryAsync(db, task.Id, Cancel)).Select(line => line.Line), line => line.Contains("考核办副主任（代市长）", StringComparison.Ordinal));
        await EndAsync(id);
    }

    [Fact]
    public async Task Should_tell_the_proxy_of_a_document_that_waits_and_sign_it_when_the_task_is_completed()
    {
        var id = await RecordAsync(signing: true);
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        await using var db = await DbAsync();
        Assert.Contains(await db.Mails.Where(mail => mail.DocumentId == row.Id && mail.PersonId == "p-deputy").Select(mail => mail.Subject).ToListAsync(Cancel), subject => subject.Contains("您代市长", StringComparison.Ordinal));

        var task = TaskStore.Read(await db.Tasks.AsNoTracking().SingleAsync(one => one.Kind == TaskKinds.SignOff && one.DocumentIds!.Contains(row.Id), Cancel));
        using var claimed = await DocumentCity.PostAsync(city.Proxy, $"/api/tasks/{task.Id}/claim", new { expectedRevision = task.Revision });
        Assert.True(claimed.IsSuccessStatusCode, await claimed.Content.ReadAsStringAsync(Cancel));
        var revision = TaskStore.Read(await db.Tasks.AsNoTracking().SingleAsync(one => one.Id == task.Id, Cancel)).Revision;
        using var done = await DocumentCity.PostAsync(city.Proxy, $"/api/tasks/{task.Id}/complete", new { expectedRevision = revision, outcome = "signed", secret = ServerHost.Password });

        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("市长", DocumentStore.Read(await db.Documents().AsNoTracking().SingleAsync(one => one.Id == row.Id, Cancel)).Signature!.Principal!.Name);
        await EndAsync(id);
    }

    [Fact]
    public async Task Should_not_let_a_proxy_sign_without_the_right_to_nor_after_it_was_taken_back()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        var id = await RecordAsync(signing: false);
        Assert.NotEqual(HttpStatusCode.OK, await SignAsync(row));
        await EndAsync(id);

        id = await RecordAsync(signing: true);
        await EndAsync(id);
        Assert.Equal(HttpStatusCode.NotFound, await SignAsync(row));
        Assert.DoesNotContain(row.Id, await city.Proxy.GetStringAsync("/api/documents?mine=true", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_hold_before_its_first_day()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        var id = await RecordAsync(signing: true, from: Today.AddDays(1), to: Today.AddDays(2));

        Assert.Equal(HttpStatusCode.NotFound, await SignAsync(row));
        await EndAsync(id);
    }

    [Fact]
    public async Task Should_say_everything_that_is_wrong_at_once_and_record_nothing()
    {
        using var answer = await DocumentCity.PostAsync(city.Leader, "/api/delegations", new { proxyId = "p-xinfu", from = Today.AddDays(-3), to = Today.AddDays(-5), kinds = new[] { "没有的" } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var paths = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()).ToList();
        Assert.Superset(new HashSet<string?> { "from", "to", "works", "kinds" }, paths.ToHashSet());
        Assert.Equal(0, (await city.Leader.GetFromJsonAsync<JsonElement>("/api/delegations", Cancel)).GetProperty("items").EnumerateArray().Count(one => one.GetProperty("state").GetString() == "代理中"));
    }

    [Fact]
    public async Task Should_let_only_the_office_record_one_for_who_is_ill_with_a_reason_both_names_and_without_the_signature()
    {
        var asked = new { principalId = "p-unit", proxyId = "p-mate", from = Today, to = Today.AddDays(7), tasks = true, documents = true, signing = false, reason = "生病住院，本人无法办理" };
        List<HttpStatusCode> refused = [];
        foreach (var client in new[] { city.OtherLeader, city.UnitPerson, city.OtherUnitPerson, city.Team, city.Proxy })
        {
            using var answer = await DocumentCity.PostAsync(client, "/api/delegations", asked with { principalId = client == city.UnitPerson ? "p-leader" : "p-unit" });
            refused.Add(answer.StatusCode);
        }

        Assert.All(refused, status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        using (var wrong = await DocumentCity.PostAsync(city.Office, "/api/delegations", asked with { proxyId = "p-office", signing = true, reason = " " }))
        {
            var paths = (await wrong.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()).ToHashSet();
            Assert.Superset(new HashSet<string?> { "reason", "works", "proxy" }, paths);
        }

        using var nobody = await DocumentCity.PostAsync(city.Office, "/api/delegations", asked with { principalId = "nobody" });
        Assert.Contains("请选择委托人", await nobody.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var recorded = await DocumentCity.PostAsync(city.Office, "/api/delegations", asked);
        Assert.True(recorded.IsSuccessStatusCode, await recorded.Content.ReadAsStringAsync(Cancel));
        var body = await recorded.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Contains("考核办甲 替忻府区甲登记", body.GetProperty("history")[0].GetString(), StringComparison.Ordinal);

        // Both are told; the principal sees it and may end it.
        var id = body.GetProperty("id").GetString()!;
        await using var db = await DbAsync();
        var told = await db.Mails.AsNoTracking().Where(mail => mail.Key.Contains(id)).ToDictionaryAsync(mail => mail.PersonId!, mail => mail.Payload, Cancel);
        Assert.Equal(["p-mate", "p-unit"], told.Keys.Order());
        Assert.All(told.Values, text => Assert.Contains("生病住院", JsonDocument.Parse(text).RootElement.GetProperty("model").GetProperty("paragraphs")[0].GetString(), StringComparison.Ordinal));
        Assert.Contains(id, await city.UnitPerson.GetStringAsync("/api/delegations", Cancel), StringComparison.Ordinal);
        using var ended = await DocumentCity.PostAsync(city.UnitPerson, $"/api/delegations/{Uri.EscapeDataString(id)}/revoke");
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
    }

    [Fact]
    public async Task Should_show_and_end_a_delegation_role_by_role()
    {
        var id = await RecordAsync(signing: true);
        List<(string Who, HttpStatusCode All, bool Sees, HttpStatusCode Revokes)> found = [];
        foreach (var (who, client) in new[] { ("leader2", city.OtherLeader), ("unit", city.UnitPerson), ("team", city.Team), ("proxy", city.Proxy), ("admin", city.Administrator) })
        {
            using var all = await client.GetAsync("/api/delegations?all=true", Cancel);
            var own = await client.GetStringAsync("/api/delegations" + (all.IsSuccessStatusCode ? "?all=true" : ""), Cancel);
            using var revoked = await DocumentCity.PostAsync(client, $"/api/delegations/{Uri.EscapeDataString(id)}/revoke");
            found.Add((who, all.StatusCode, own.Contains(id, StringComparison.Ordinal), revoked.StatusCode));
        }

        Assert.Equal(
            [
                ("leader2", HttpStatusCode.Forbidden, false, HttpStatusCode.NotFound),
                ("unit", HttpStatusCode.Forbidden, false, HttpStatusCode.NotFound),
                ("team", HttpStatusCode.Forbidden, false, HttpStatusCode.NotFound),
                ("proxy", HttpStatusCode.Forbidden, true, HttpStatusCode.UnprocessableEntity),
                ("admin", HttpStatusCode.OK, true, HttpStatusCode.NoContent),
            ],
            found);
        var history = (await city.Leader.GetStringAsync("/api/delegations", Cancel));
        Assert.Contains("管理员甲 收回", JsonSerializer.Deserialize<JsonElement>(history).GetProperty("items").EnumerateArray().First(one => one.GetProperty("id").GetString() == id).GetProperty("history")[1].GetString(), StringComparison.Ordinal);
    }

    private async Task<string> RecordAsync(bool signing, DateOnly? from = null, DateOnly? to = null)
    {
        using var answer = await DocumentCity.PostAsync(
            city.Leader, "/api/delegations", new { operationId = Guid.NewGuid().ToString("N"), proxyId = "p-deputy", from = from ?? Today, to = to ?? Today, tasks = true, documents = true, signing, reason = "出差" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;
    }

    private async Task EndAsync(string id)
    {
        using var answer = await DocumentCity.PostAsync(city.Leader, $"/api/delegations/{Uri.EscapeDataString(id)}/revoke");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<HttpStatusCode> SignAsync(DocumentRow row)
    {
        using var signed = await DocumentCity.PostAsync(city.Proxy, $"/api/documents/{row.Id}/sign", new { secret = ServerHost.Password, sha256 = DocumentStore.Read(row).Current.File.Sha256 });
        return signed.StatusCode;
    }

    private Task<KaoheDb> DbAsync() => city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(Cancel);
}

/// <summary>The city with a leader's proxy, who has no role of a leader.</summary>
public sealed class DelegatingCity : DocumentCity
{
    public HttpClient Proxy { get; private set; } = null!;

    public HttpClient OtherLeader { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await EnsureAsync("考核办副主任", user => (user.DisplayName, user.PersonId) = ("考核办副主任", "p-deputy"), RoleCodes.Team);
        Proxy = await SignInAsync("考核办副主任");
        await EnsureAsync("副市长", user => (user.DisplayName, user.PersonId) = ("副市长", "p-vice"), RoleCodes.Leader);
        OtherLeader = await SignInAsync("副市长");
        await EnsureAsync("忻府区乙", user => (user.DisplayName, user.PersonId, user.UnitId) = ("忻府区乙", "p-mate", Unit), RoleCodes.Unit);
    }
}
