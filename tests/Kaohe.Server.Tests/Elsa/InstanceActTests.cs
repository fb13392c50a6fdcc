using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Elsa;

public sealed class InstanceActTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_cancel_once_and_delete_only_what_is_over()
    {
        var office = await host.OfficeAsync();
        var id = await StartAsync(office, "ends");

        using var tooEarly = await ElsaHost.SendAsync(office, $"/workflow-instances/{id}", method: "DELETE");
        using var cancelled = await office.PostAsync($"{ElsaHost.Api}/cancel/workflow-instances/{id}", null, Cancel);
        using var again = await office.PostAsync($"{ElsaHost.Api}/cancel/workflow-instances/{id}", null, Cancel);

        Assert.Equal(0, (int)(await ElsaHost.ReadAsync(tooEarly))["deleted"]!);
        Assert.Contains("先取消", Uri.UnescapeDataString(tooEarly.Headers.GetValues(ElsaAnswers.NoteHeader).Single()), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (cancelled.StatusCode, again.StatusCode));
        Assert.Equal("Cancelled", (string?)(await ElsaHost.GetAsync(office, $"/workflow-instances/{id}"))["subStatus"]);
        using var deleted = await ElsaHost.SendAsync(office, $"/workflow-instances/{id}", method: "DELETE");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await office.GetAsync($"{ElsaHost.Api}/workflow-instances/{id}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Should_never_delete_an_instance_that_gave_somebody_a_task()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, """
            {"definitionId":"records","name":"records","root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[
              {"id":"task","type":"Kaohe.HumanTask","version":1,"title":{"typeName":"String","expression":{"type":"Literal","value":"办一办"}},"role":{"typeName":"String","expression":{"type":"Literal","value":"office"}}}]}}
            """);
        var id = await RunAsync(office, "records");
        await Wait.UntilAsync(() => HasTaskAsync(id));
        await ElsaHost.SendAsync(office, $"/cancel/workflow-instances/{id}");

        var bulk = await ElsaHost.PostAsync(office, "/bulk-actions/delete/workflow-instances/by-id", new JsonObject { ["ids"] = new JsonArray(id) });

        Assert.Equal(0, (int)bulk["deleted"]!);
        Assert.Equal("Cancelled", (string?)(await ElsaHost.GetAsync(office, $"/workflow-instances/{id}"))["subStatus"]);
    }

    [Fact]
    public async Task Should_cancel_the_running_instances_of_a_definition_and_nothing_when_nothing_is_chosen()
    {
        var office = await host.OfficeAsync();
        var id = await StartAsync(office, "bulk-ends");
        var other = await StartAsync(office, "bulk-goes-on");

        Assert.Equal(0, (int)(await ElsaHost.PostAsync(office, "/bulk-actions/cancel/workflow-instances"))["cancelled"]!);
        Assert.Equal(1, (int)(await ElsaHost.PostAsync(office, "/bulk-actions/cancel/workflow-instances", new JsonObject { ["definitionId"] = "bulk-ends" }))["cancelled"]!);

        Assert.Equal("Cancelled", (string?)(await ElsaHost.GetAsync(office, $"/workflow-instances/{id}"))["subStatus"]);
        Assert.Equal("Running", (string?)(await ElsaHost.GetAsync(office, $"/workflow-instances/{other}"))["status"]);
    }

    [Fact]
    public async Task Should_show_and_change_variables()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Waiting("varies"))!;
        flow["variables"] = JsonNode.Parse("""[{"id":"v1","name":"得分","typeName":"Double","isArray":false,"value":"60","storageDriverTypeName":"WorkflowInstanceStorageDriver"}]""");
        await ElsaHost.SavedAsync(office, flow.ToJsonString());
        var id = await RunAsync(office, "varies");

        var before = await ElsaHost.GetAsync(office, $"/workflow-instances/{id}/variables");
        await ElsaHost.PostAsync(office, $"/workflow-instances/{id}/variables", JsonNode.Parse("""{"variables":[{"id":"v1","value":88}]}"""));
        var after = await ElsaHost.GetAsync(office, $"/workflow-instances/{id}/variables");
        using var unknown = await ElsaHost.SendAsync(office, $"/workflow-instances/{id}/variables", JsonNode.Parse("""{"variables":[{"id":"v9","value":1}]}"""));

        Assert.Equal(("得分", 60), ((string?)before["items"]![0]!["name"], (int)before["items"]![0]!["value"]!));
        Assert.Equal(88, (int)after["items"]![0]!["value"]!);
        Assert.NotEmpty(await ElsaHost.RefusalAsync(unknown));
    }

    [Fact]
    public async Task Should_hand_instances_out_as_files_and_take_none_in()
    {
        var office = await host.OfficeAsync();
        var id = await StartAsync(office, "exports");

        var file = await ElsaHost.GetAsync(office, $"/workflow-instances/{id}/export");
        using var zip = await ElsaHost.SendAsync(office, "/bulk-actions/export/workflow-instances", new JsonObject { ["ids"] = new JsonArray(id, "none") });
        var imported = await ElsaHost.PostAsync(office, "/bulk-actions/import/workflow-instances");

        Assert.Equal(id, (string?)file["workflowInstance"]!["id"]);
        Assert.NotEmpty(file["workflowExecutionLogRecords"]!.AsArray());
        Assert.Single(new ZipArchive(await zip.Content.ReadAsStreamAsync(Cancel)).Entries);
        Assert.Equal(0, (int)imported["count"]!);
    }

    private async Task<bool> HasTaskAsync(string id)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(Cancel);
        return await db.Tasks.AnyAsync(task => task.InstanceId == id, Cancel);
    }

    private static async Task<string> StartAsync(HttpClient client, string definitionId)
    {
        await ElsaHost.SavedAsync(client, Flows.Waiting(definitionId));
        return await RunAsync(client, definitionId);
    }

    private static async Task<string> RunAsync(HttpClient client, string definitionId)
    {
        using var answer = await ElsaHost.SendAsync(client, $"/workflow-definitions/{definitionId}/execute", new JsonObject { ["versionOptions"] = "Latest" });
        await ElsaHost.ReadAsync(answer);
        return answer.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }
}
