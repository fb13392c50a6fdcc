using System.Text.Json.Nodes;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Workflows.Tests.Execution;

public sealed class CompositionTests
{
    [Fact]
    public void Should_dispatch_one_workflow_for_each_item_and_wait_for_all()
    {
        var child = Flow.Definition(Flow.Sequence("s", Flow.ScriptLine("w", "getInput('Item')"), Flow.Event("e", "Go")), "child");
        var parent = Flow.Definition(Flow.Sequence(
            "s",
            Flow.Activity(
                "b", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Flow.Literal("String", "child")), ("items", Flow.Script("Object", "['甲','乙']")),
                ("correlationIdFunction", Flow.Script("String", "`unit-${getItem()}`")), ("childCompleted", Flow.ScriptLine("one", "'one done'"))),
            Flow.Line("z", "all done")));
        var host = Flow.Host(parent, child);
        host.Start("flow", new Dictionary<string, object?>());
        host.Settle();
        Assert.Equal(["甲", "乙"], host.Lines);
        Assert.Equal(["unit-甲", "unit-乙"], host.Instances.Skip(1).Select(i => i.State.CorrelationId));

        host.Trigger("Go", null, correlationId: "unit-甲");
        host.Settle();
        Assert.Equal(WorkflowSubStatus.Suspended, host.Instances[0].State.SubStatus);
        host.Trigger("Go", null);
        host.Settle();

        Assert.Equal(["one done", "one done", "all done"], host.Lines.Skip(2));
    }

    [Fact]
    public void Should_start_a_workflow_by_its_event_and_hand_over_the_payload()
    {
        var trigger = Flow.Event("t", "UnitGraded");
        trigger["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        trigger["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-R" } };
        var host = Flow.Host(
            Flow.Definition(Flow.Sequence("s", trigger, Flow.ScriptLine("w", "getR().unit")), "listener", variables: [Flow.Variable("R", "Object")]),
            Flow.Definition(Flow.Activity("p", "Elsa.PublishEvent", ("eventName", Flow.Literal("String", "UnitGraded")), ("payload", Flow.Script("Object", "({unit:'代县'})")))));

        host.Start("flow", new Dictionary<string, object?>());
        host.Settle();

        Assert.Equal(["代县"], host.Lines);
    }

    [Fact]
    public void Should_run_a_definition_as_an_activity_inside_the_parent()
    {
        var inner = DefinitionWithResult();
        var outer = Flow.Definition(
            Flow.Sequence(
                "s",
                Flow.Activity("x", "Inner", ("workflowDefinitionId", "inner"), ("p", Flow.Literal("String", "hi")), ("res", new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "v-R" } })),
                Flow.ScriptLine("z", "getR()")),
            variables: [Flow.Variable("R", "Object")]);
        var host = Flow.Host(outer, inner);
        host.Start("flow", new Dictionary<string, object?>());
        host.Settle();

        host.Trigger("Go", null);
        host.Settle();

        Assert.Equal(["hi!"], host.Lines);
        Assert.Single(host.Instances);
    }

    [Fact]
    public void Should_fire_timer_triggers_at_their_interval()
    {
        var timer = Flow.Activity("t", "Elsa.Timer", ("interval", Flow.Literal("TimeSpan", "01:00:00")));
        timer["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var host = Flow.Host(Flow.Definition(Flow.Sequence("s", timer, Flow.Line("w", "tick"))));

        host.Advance(TimeSpan.FromHours(3.5));

        Assert.Equal(["tick", "tick", "tick"], host.Lines);
    }

    private static Kaohe.Workflows.Definitions.WorkflowDefinition DefinitionWithResult()
    {
        var definition = Flow.Definition(
            Flow.Sequence("s", Flow.Event("e", "Go"), Flow.Activity("o", "Elsa.SetOutput", ("outputName", Flow.Literal("String", "Res")), ("outputValue", Flow.Script("Object", "getP() + '!'")))), "inner");
        var json = JsonNode.Parse(Kaohe.Workflows.Definitions.DefinitionJson.Write(definition))!;
        json["inputs"] = new JsonArray(new JsonObject { ["name"] = "P", ["type"] = "String" });
        json["outputs"] = new JsonArray(new JsonObject { ["name"] = "Res", ["type"] = "String" });
        return Kaohe.Workflows.Definitions.DefinitionJson.Read(json.ToJsonString());
    }
}
