using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Elsa;

public sealed class RunTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private static readonly JsonObject _latest = new() { ["correlationId"] = null, ["triggerActivityId"] = null, ["versionOptions"] = "Latest", ["input"] = null };

    [Fact]
    public async Task Should_run_a_draft_and_show_it_in_the_shape_that_studio_accepted()
    {
        var office = await host.OfficeAsync();
        var flow = await ElsaHost.SavedAsync(office, Flows.Waiting("runs"));
        var id = await RunAsync(office, "runs");

        var list = await ElsaHost.PostAsync(office, "/workflow-instances", JsonNode.Parse("""
            {"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":["runs"],"correlationId":null,"version":null,"hasIncidents":null,"isSystem":false,"status":"Running","statuses":[],
             "subStatus":null,"subStatuses":["Suspended"],"orderBy":null,"orderDirection":"Descending","timestampFilters":[{"column":"CreatedAt","operator":"GreaterThan","timestamp":"2020-01-01T00:00:00Z"}]}
            """));
        var instance = await ElsaHost.GetAsync(office, $"/workflow-instances/{id}");
        var journal = await ElsaHost.PostAsync(office, $"/workflow-instances/{id}/journal?skip=0&take=109", JsonNode.Parse("""{"filter":{"activityIds":null,"activityNodeIds":["Workflow1:root:wait","Workflow1:root:line"],"excludedActivityTypes":["Elsa.Workflow","Elsa.Flowchart"],"eventNames":null}}"""));
        var executions = await ElsaHost.GetAsync(office, $"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:root:wait");
        var report = await ElsaHost.PostAsync(office, "/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray("Workflow1:root:wait") });

        Assert.Empty(Captured.Missing(Captured.Read("instances"), list));
        Assert.Equal((1, id), ((int)list["totalCount"]!, (string)list["items"]![0]!["id"]!));
        Assert.Empty(Captured.Missing(Captured.Read("instance"), instance));
        Assert.Equal((string?)flow["id"], (string?)instance["definitionVersionId"]);
        Assert.Empty(Captured.Missing(Captured.Read("journal"), journal));
        Assert.Equal(["Started", "Suspended"], journal["items"]!.AsArray().Select(line => (string)line!["eventName"]!));
        Assert.Empty(Captured.Missing(Captured.Read("activity-executions"), executions));
        Assert.Empty(Captured.Missing(Captured.Read("report"), report));
        Assert.Equal((1, 0, true, false), ((int)report["stats"]![0]!["startedCount"]!, (int)report["stats"]![0]!["completedCount"]!, (bool)report["stats"]![0]!["isBlocked"]!, (bool)report["stats"]![0]!["isFaulted"]!));
        var one = (string)executions["items"]![0]!["id"]!;
        Assert.Equal(one, (string?)(await ElsaHost.GetAsync(office, $"/activity-executions/by-id?id={one}"))["id"]);
        Assert.Equal(3, (int)(await ElsaHost.GetAsync(office, $"/activity-executions/{one}/call-stack?includeCrossWorkflowChain=True&skip=0&take=100"))["totalCount"]!);
        Assert.Equal("Suspended", (string?)(await ElsaHost.GetAsync(office, $"/workflow-instances/{id}/execution-state"))["workflowSubStatus"]);
    }

    [Fact]
    public async Task Should_take_a_run_that_is_asked_for_again_within_seconds_for_a_repetition()
    {
        var office = await host.OfficeAsync();
        await ElsaHost.SavedAsync(office, Flows.Waiting("repeats"));

        var first = await RunAsync(office, "repeats");
        var second = await RunAsync(office, "repeats");
        var byAnother = await RunAsync(await host.SignInAsync("另一位经办人", "office"), "repeats");

        Assert.Equal(first, second);
        Assert.NotEqual(first, byAnother);
    }

    [Fact]
    public async Task Should_leave_a_draft_alone_that_an_instance_runs()
    {
        var office = await host.OfficeAsync();
        var tried = await ElsaHost.SavedAsync(office, Flows.Waiting("tried"));
        await RunAsync(office, "tried");

        var next = await ElsaHost.SavedAsync(office, Flows.Waiting("tried", "别的事"));

        Assert.Equal((1, 2), ((int)tried["version"]!, (int)next["version"]!));
        Assert.Equal("继续", (string?)(await ElsaHost.GetAsync(office, $"/workflow-definitions/by-id/{tried["id"]}"))["root"]!["activities"]![0]!["eventName"]!["expression"]!["value"]);
    }

    [Fact]
    public async Task Should_answer_a_flow_that_fails_at_once_with_its_incident_in_chinese()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Failing("fails"))!;
        flow["root"]!["activities"]![0]!["script"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "missingName + 1" };
        await ElsaHost.SavedAsync(office, flow.ToJsonString());

        var id = await RunAsync(office, "fails");

        var state = (await ElsaHost.GetAsync(office, $"/workflow-instances/{id}"))["workflowState"]!;
        Assert.Equal("Faulted", (string?)state["subStatus"]);
        Assert.Equal("输入“Script”的值算不出来，请检查它的表达式：脚本里用了没有定义的名称“missingName”", (string?)state["incidents"]![0]!["message"]);
        var journal = await ElsaHost.PostAsync(office, $"/workflow-instances/{id}/journal");
        Assert.DoesNotContain(journal["items"]!.AsArray(), line => ((string?)line!["message"])?.StartsWith("Failed", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Should_not_start_a_second_instance_of_a_flow_that_runs_once_at_a_time()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Waiting("single"))!;
        flow["options"] = new JsonObject { ["activationStrategyType"] = (string?)(await ElsaHost.GetAsync(office, "/descriptors/workflow-activation-strategies"))["items"]![1]!["typeName"] };
        await ElsaHost.SavedAsync(office, flow.ToJsonString());
        await RunAsync(office, "single");

        using var refused = await ElsaHost.SendAsync(office, "/workflow-definitions/single/execute", new JsonObject { ["versionOptions"] = "Latest", ["input"] = new JsonObject { ["other"] = 1 } });

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal("True", refused.Headers.GetValues("x-elsa-workflow-cannot-start").Single());
        Assert.False(refused.Headers.Contains("x-elsa-workflow-instance-id"));
    }

    [Fact]
    public async Task Should_start_an_annual_flow_neither_in_the_middle_nor_as_a_draft()
    {
        var office = await host.OfficeAsync();
        const string Flow = "/workflow-definitions/annual-assessment";
        var shown = await ElsaHost.GetAsync(office, $"{Flow.Replace("definitions/", "definitions/by-definition-id/", StringComparison.Ordinal)}?versionOptions=Published");
        var last = (string?)shown["root"]!["activities"]!.AsArray().First(activity => (string?)activity!["type"] == "Kaohe.ResultDetermination")!["id"];
        shown["name"] = "改过的草稿";
        using var draft = await ElsaHost.SaveAsync(office, shown);
        await ElsaHost.ReadAsync(draft);

        foreach (var way in new[] { "execute", "dispatch", "bulk-dispatch" })
        {
            using var middle = await ElsaHost.SendAsync(office, $"{Flow}/{way}", new JsonObject { ["triggerActivityId"] = last });
            using var untried = await ElsaHost.SendAsync(office, $"{Flow}/{way}", new JsonObject { ["versionOptions"] = "Latest" });

            Assert.Contains($"不能从中间的活动“{last}”启动", Assert.Single(await ElsaHost.RefusalAsync(middle)), StringComparison.Ordinal);
            Assert.Contains("“改过的草稿”是年度考核流程，没有发布的版本没有经过发布检查，不能运行", Assert.Single(await ElsaHost.RefusalAsync(untried)), StringComparison.Ordinal);
        }

        Assert.Equal(0, (int)(await ElsaHost.PostAsync(office, "/workflow-instances", new JsonObject { ["definitionId"] = "annual-assessment" }))["totalCount"]!);
    }

    [Fact]
    public async Task Should_try_one_activity_out_without_doing_what_it_asks_for()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Waiting("tests"))!;
        flow["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"task","type":"Kaohe.HumanTask","version":1,"title":{"typeName":"String","expression":{"type":"JavaScript","value":"'办理' + 1"}}}"""));
        flow["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"wrong","type":"Kaohe.HumanTask","version":1,"title":{"typeName":"String","expression":{"type":"JavaScript","value":"missingName + 1"}}}"""));
        var saved = await ElsaHost.SavedAsync(office, flow.ToJsonString());

        var line = await TestAsync(office, saved, "Workflow1:root:line");
        var task = await TestAsync(office, saved, "Workflow1:root:task");
        var wrong = await TestAsync(office, saved, "Workflow1:root:wrong");
        using var none = await ElsaHost.SendAsync(office, "/tests/activities", Handles(saved, "Workflow1:root:none"));

        Assert.Equal(("Completed", "完"), ((string?)line["status"], (string?)line["activityState"]!["Text"]));
        Assert.Equal(("Running", "办理1"), ((string?)task["status"], (string?)task["activityState"]!["Title"]));
        Assert.Contains("OpenTasks", task["payload"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("Faulted", "输入“Title”的值算不出来，请检查它的表达式：脚本里用了没有定义的名称“missingName”"), ((string?)wrong["status"], (string?)wrong["exception"]!["message"]));
        Assert.NotEmpty(await ElsaHost.RefusalAsync(none));
        Assert.Equal(0, (int)(await ElsaHost.PostAsync(office, "/workflow-instances", new JsonObject { ["definitionId"] = "tests" }))["totalCount"]!);
    }

    [Fact]
    public async Task Should_declare_functions_variables_and_inputs_for_the_script_editor()
    {
        var office = await host.OfficeAsync();
        var flow = JsonNode.Parse(Flows.Waiting("types"))!;
        flow["variables"] = JsonNode.Parse("""[{"id":"v1","name":"得分","typeName":"Double","isArray":false,"value":null},{"id":"v2","name":"名单","typeName":"String","isArray":true,"value":null}]""");
        flow["inputs"] = JsonNode.Parse("""[{"type":"Int32","name":"cycleYear","displayName":"考核年度"}]""");
        await ElsaHost.SavedAsync(office, flow.ToJsonString());

        using var answer = await ElsaHost.SendAsync(office, "/scripting/javascript/type-definitions/types", new JsonObject { ["workflowDefinitionId"] = "types" });
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("declare function get得分(): number;", text, StringComparison.Ordinal);
        Assert.Contains("declare function set名单(value: string[]): void;", text, StringComparison.Ordinal);
        Assert.Contains("declare function getCycleYear(): number;", text, StringComparison.Ordinal);
        Assert.Contains("declare function setOutcome(outcome: string): void;", text, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(HttpClient client, string definitionId)
    {
        using var answer = await ElsaHost.SendAsync(client, $"/workflow-definitions/{definitionId}/execute", _latest);
        await ElsaHost.ReadAsync(answer);
        return answer.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }

    private static Task<JsonNode> TestAsync(HttpClient client, JsonNode saved, string nodeId) => ElsaHost.PostAsync(client, "/tests/activities", Handles(saved, nodeId));

    private static JsonObject Handles(JsonNode saved, string nodeId) => new()
    {
        ["workflowDefinitionHandle"] = new JsonObject { ["definitionVersionId"] = (string?)saved["id"] }, ["activityHandle"] = new JsonObject { ["activityNodeId"] = nodeId },
    };
}
