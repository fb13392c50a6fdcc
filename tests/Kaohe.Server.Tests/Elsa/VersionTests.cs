using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

public sealed class VersionTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Should_bring_an_old_version_back_as_a_draft()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("reverts", "一"), publish: true);
        await ElsaHost.SavedAsync(office, Flows.Waiting("reverts", "二"), publish: true);

        var draft = await ElsaHost.PostAsync(office, "/workflow-definitions/reverts/revert/1");
        var again = await ElsaHost.PostAsync(office, "/workflow-definitions/reverts/revert/1");

        Assert.Equal((3, true, false), ((int)draft["version"]!, (bool)draft["isLatest"]!, (bool)draft["isPublished"]!));
        Assert.Equal((string?)draft["id"], (string?)again["id"]);
        var shown = await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/reverts?versionOptions=Latest");
        Assert.Equal("一", (string?)shown["root"]!["activities"]![0]!["eventName"]!["expression"]!["value"]);
    }

    [Fact]
    public async Task Should_retract_and_answer_a_repeated_retract_alike()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("retracts"), publish: true);

        var first = await ElsaHost.PostAsync(office, "/workflow-definitions/retracts/retract");
        var second = await ElsaHost.PostAsync(office, "/workflow-definitions/retracts/retract");

        Assert.False((bool)first["isPublished"]!);
        Assert.True(JsonNode.DeepEquals(first, second));
    }

    [Fact]
    public async Task Should_delete_what_nobody_ran_and_keep_what_instances_need()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("deletes"), publish: true);
        await ElsaHost.SavedAsync(office, Flows.Waiting("keeps"), publish: true);
        await ElsaHost.PostAsync(office, "/workflow-definitions/keeps/execute", new JsonObject { ["versionOptions"] = "Latest" });

        using var deleted = await ElsaHost.SendAsync(office, "/workflow-definitions/deletes", method: "DELETE");
        using var again = await ElsaHost.SendAsync(office, "/workflow-definitions/deletes", method: "DELETE");
        using var kept = await ElsaHost.SendAsync(office, "/workflow-definitions/keeps", method: "DELETE");
        var bulk = await ElsaHost.PostAsync(office, "/bulk-actions/delete/workflow-definitions/by-definition-id", new JsonObject { ["definitionIds"] = new JsonArray("keeps", "deletes") });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.OK), (deleted.StatusCode, again.StatusCode, kept.StatusCode));
        Assert.Contains("1 个流程实例", Uri.UnescapeDataString(kept.Headers.GetValues(ElsaAnswers.NoteHeader).Single()), StringComparison.Ordinal);
        Assert.Equal(0, (int)bulk["deleted"]!);
    }

    [Fact]
    public async Task Should_delete_one_version_and_make_the_one_before_it_the_latest()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("version-deletes", "一"), publish: true);
        var draft = await ElsaHost.SavedAsync(office, Flows.Waiting("version-deletes", "二"));

        using var answer = await ElsaHost.SendAsync(office, $"/workflow-definition-versions/{draft["id"]}", method: "DELETE");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(1, (int)(await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/version-deletes"))["version"]!);
    }

    [Fact]
    public async Task Should_publish_and_retract_many_and_say_which()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("many-a"));
        await ElsaHost.SavedAsync(office, Flows.Waiting("many-b"), publish: true);
        await ElsaHost.SavedAsync(office, Flows.Broken("many-c"));
        var ids = new JsonObject { ["definitionIds"] = new JsonArray("many-a", "many-b", "many-c", "many-none") };

        using var answer = await ElsaHost.SendAsync(office, "/bulk-actions/publish/workflow-definitions/by-definition-ids", ids);
        var published = await ElsaHost.ReadAsync(answer);
        var retracted = await ElsaHost.PostAsync(office, "/bulk-actions/retract/workflow-definitions/by-definition-ids", ids);

        Assert.Equal("""{"published":["many-a"],"alreadyPublished":["many-b"],"notFound":["many-none"],"updatedConsumers":[]}""", published.ToJsonString());
        Assert.Contains("many-c", Uri.UnescapeDataString(answer.Headers.GetValues(ElsaAnswers.NoteHeader).Single()), StringComparison.Ordinal);
        Assert.Equal("""{"retracted":["many-a","many-b"],"alreadyRetracted":["many-c"],"notFound":["many-none"]}""", retracted.ToJsonString());
    }

    [Fact]
    public async Task Should_point_consumers_to_the_published_version_of_a_sub_flow()
    {
        var office = await host.OfficeAsync();
        var part = JsonNode.Parse(Flows.Waiting("part"))!;
        part["options"] = new JsonObject { ["usableAsActivity"] = true };
        var first = await ElsaHost.SavedAsync(office, part.ToJsonString(), publish: true);
        var whole = JsonNode.Parse(Flows.Waiting("whole"))!;
        whole["root"]!["activities"]!.AsArray().Add(JsonNode.Parse($$"""{"id":"p","type":"流程part","version":1,"workflowDefinitionId":"part","workflowDefinitionVersionId":"{{first["id"]}}"}"""));
        await ElsaHost.SavedAsync(office, whole.ToJsonString(), publish: true);
        part["description"] = "新";
        var second = await ElsaHost.SavedAsync(office, part.ToJsonString(), publish: true);

        Assert.Equal("whole", (string?)(await ElsaHost.GetAsync(office, "/workflow-definitions/part/consumers"))["consumingWorkflowDefinitionIds"]![0]);
        var affected = await ElsaHost.PostAsync(office, "/workflow-definitions/part/update-references");
        var nothingMore = await ElsaHost.PostAsync(office, "/workflow-definitions/part/update-references");

        Assert.Equal("whole", (string?)affected["affectedWorkflows"]![0]);
        Assert.Empty(nothingMore["affectedWorkflows"]!.AsArray());
        var shown = await ElsaHost.GetAsync(office, "/workflow-definitions/by-definition-id/whole");
        Assert.Equal((2, true), ((int)shown["version"]!, (bool)shown["isPublished"]!));
        Assert.Equal((string?)second["id"], (string?)shown["root"]!["activities"]![2]!["workflowDefinitionVersionId"]);
        Assert.StartsWith("Workflow2:", (string?)shown["root"]!["nodeId"], StringComparison.Ordinal); // as the engine counts
    }

    [Fact]
    public async Task Should_show_the_part_of_a_drawing_that_studio_enters()
    {
        var office = await host.OfficeAsync();
        var flow = await ElsaHost.SavedAsync(office, Flows.Waiting("sub-graph"));

        var node = await ElsaHost.GetAsync(office, $"/workflow-definitions/subgraph/{flow["id"]}?parentNodeId=Workflow1:root");
        var segments = await ElsaHost.GetAsync(office, $"/workflow-definitions/subgraph/segments/{flow["id"]}?childNodeId=Workflow1:root:line");

        Assert.Equal(["Workflow1:root:wait", "Workflow1:root:line"], node["children"]!.AsArray().Select(child => (string)child!["nodeId"]!));
        Assert.Equal("Workflow1:root:line", (string?)segments["childNode"]!["nodeId"]);
        Assert.Equal("root", (string?)segments["pathSegments"]![0]!["activityId"]);
    }
}
