using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Operations;

public sealed class InstanceTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_show_what_an_instance_waits_for_and_what_happened()
    {
        var office = await OfficeAsync();
        var id = await StartAsync(office, "show", Flows.Waiting("show"));

        var detail = await office.GetFromJsonAsync<JsonElement>($"/api/operations/instances/{id}", Cancel);
        Assert.Equal("Elsa.Event", Assert.Single(detail.GetProperty("bookmarks").EnumerateArray()).GetProperty("name").GetString());
        var journal = await office.GetFromJsonAsync<JsonElement>($"/api/operations/instances/{id}/journal", Cancel);
        Assert.True(journal.GetProperty("totalCount").GetInt32() > 2);
        var list = await office.GetFromJsonAsync<JsonElement>("/api/operations/instances?status=suspended&definition=show", Cancel);
        Assert.Equal(id, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("summary").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Should_retry_from_the_faulted_activity_after_its_cause_is_gone()
    {
        var office = await OfficeAsync();
        var id = await StartAsync(office, "faulty", Flows.Failing("faulty"));
        var before = await office.GetFromJsonAsync<JsonElement>($"/api/operations/instances/{id}", Cancel);
        var incident = Assert.Single(before.GetProperty("incidents").EnumerateArray());

        using var answer = await office.PostAsJsonAsync($"/api/operations/instances/{id}/retry", new { activityInstanceId = incident.GetProperty("activityInstanceId").GetString() }, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var after = await office.GetFromJsonAsync<JsonElement>($"/api/operations/instances/{id}", Cancel);
        Assert.True(Time(after, "updatedAt") > Time(before, "updatedAt"));
    }

    [Fact]
    public async Task Should_not_retry_where_nothing_is_faulted()
    {
        var office = await OfficeAsync();
        var id = await StartAsync(office, "sound", Flows.Waiting("sound"));

        using var answer = await office.PostAsJsonAsync($"/api/operations/instances/{id}/retry", new { }, Cancel);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Should_cancel_only_with_a_reason_and_only_once()
    {
        var office = await OfficeAsync();
        var id = await StartAsync(office, "cancel", Flows.Waiting("cancel"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.PostAsJsonAsync($"/api/operations/instances/{id}/cancel", new { reason = " " }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.PostAsJsonAsync($"/api/operations/instances/{id}/cancel", new { reason = "试运行结束" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await office.PostAsJsonAsync($"/api/operations/instances/{id}/cancel", new { reason = "再来一次" }, Cancel)).StatusCode);
        var detail = await office.GetFromJsonAsync<JsonElement>($"/api/operations/instances/{id}", Cancel);
        Assert.Equal("cancelled", detail.GetProperty("summary").GetProperty("subStatus").GetString());
    }

    [Fact]
    public async Task Should_migrate_as_previewed_and_go_on_in_the_new_version()
    {
        var office = await OfficeAsync();
        var id = await StartAsync(office, "move", Flows.Waiting("move", "旧事"));
        await PublishAsync(office, "move", Flows.Waiting("move", "旧事", activityId: "renamed"));

        var lost = await ReadAsync(await office.PostAsJsonAsync($"/api/operations/instances/{id}/migration/preview", new { toVersion = 2 }, Cancel));
        Assert.False(lost.GetProperty("isPossible").GetBoolean());
        var old = lost.GetProperty("moves").EnumerateArray().First(move => move.GetProperty("waits").GetBoolean()).GetProperty("fromNodeId").GetString()!;
        var mapping = new Dictionary<string, string?> { [old] = old.Replace("wait", "renamed", StringComparison.Ordinal) };
        var preview = await ReadAsync(await office.PostAsJsonAsync($"/api/operations/instances/{id}/migration/preview", new { toVersion = 2, mapping }, Cancel));
        Assert.True(preview.GetProperty("isPossible").GetBoolean(), preview.ToString());

        using var answer = await office.PostAsJsonAsync($"/api/operations/instances/{id}/migration", new { toVersion = 2, mapping, token = preview.GetProperty("token").GetInt64() }, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await host.Services.GetRequiredService<WorkflowRuntime>().PublishEventAsync("旧事", instanceId: id, cancellationToken: Cancel);
        var detail = await office.GetFromJsonAsync<JsonElement>($"/api/operations/instances/{id}", Cancel);
        Assert.Equal("finished", detail.GetProperty("summary").GetProperty("subStatus").GetString());
        Assert.Equal(2, detail.GetProperty("summary").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Should_not_migrate_what_was_not_previewed()
    {
        var office = await OfficeAsync();
        var id = await StartAsync(office, "unseen", Flows.Waiting("unseen"));
        await PublishAsync(office, "unseen", Flows.Waiting("unseen", "别的事"));

        using var answer = await office.PostAsJsonAsync($"/api/operations/instances/{id}/migration", new { toVersion = 2 }, Cancel);
        using var stale = await office.PostAsJsonAsync($"/api/operations/instances/{id}/migration", new { toVersion = 2, token = 99 }, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    private Task<HttpClient> OfficeAsync() => host.SignInAsync("考核办经办人", RoleCodes.Office);

    private static async Task<string> StartAsync(HttpClient office, string definitionId, string flow)
    {
        await PublishAsync(office, definitionId, flow);
        return (await ReadAsync(await office.PostAsJsonAsync($"/api/operations/flows/{definitionId}/start", new { }, Cancel))).GetProperty("instanceId").GetString()!;
    }

    private static async Task PublishAsync(HttpClient office, string definitionId, string flow)
    {
        using var file = new StringContent(flow, Encoding.UTF8, "application/json");
        await office.PostAsync("/api/operations/flows/import", file, Cancel);
        using var answer = await office.PostAsync($"/api/operations/flows/{definitionId}/publish", null, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static DateTimeOffset Time(JsonElement detail, string name) => detail.GetProperty("summary").GetProperty(name).GetDateTimeOffset();

    private static Task<JsonElement> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
}
