using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Workflows.Tests.Execution;

public sealed class RetryTests
{
    private static readonly string[] Repaired = ["done"];

    [Fact]
    public void Should_go_on_from_the_faulted_activity_once_its_cause_is_gone()
    {
        var workflow = Flow.Compile(Flow.Definition(
            Flow.Sequence("s", Flow.Line("a", "A"), Flow.ScriptLine("b", "if (!getOk()) throw new Error('not yet'); return 'done'"), Flow.Line("c", "C")),
            variables: [Flow.Variable("Ok", "Boolean", "false")]));
        var faulted = Flow.Begin(workflow);
        Assert.Equal(WorkflowSubStatus.Faulted, faulted.State.SubStatus);
        Assert.Equal("not yet", faulted.State.Incidents[0].Cause);

        var again = Flow.Burst(workflow, faulted.State, new RetryFaulted(null));
        Assert.Equal(WorkflowSubStatus.Faulted, again.State.SubStatus);

        again.State.ActivityExecutionContexts[0].Variables!["v-Ok"] = true;
        var repaired = Flow.Burst(workflow, again.State, new RetryFaulted(again.State.Incidents[0].ActivityInstanceId));

        Assert.Equal(WorkflowSubStatus.Finished, repaired.State.SubStatus);
        Assert.Empty(repaired.State.Incidents);
        Assert.Equal([.. Repaired, "C"], repaired.Effects.Select(e => ((Kaohe.Workflows.Execution.Effects.WriteLineEffect)e.Payload!).Text));
    }

    [Fact]
    public void Should_retry_only_the_named_one_of_several_faults()
    {
        var workflow = Flow.Compile(Flow.Definition(
            Flow.Activity("k", "Elsa.Fork", ("branches", new System.Text.Json.Nodes.JsonArray(Flow.ScriptLine("x", "nothing()"), Flow.ScriptLine("y", "nothing()")))),
            incidentStrategy: "ContinueWithIncidentsStrategy"));
        var state = Flow.Begin(workflow).State;
        Assert.Equal(2, state.Incidents.Count);

        var result = Flow.Burst(workflow, state, new RetryFaulted(state.Incidents[1].ActivityInstanceId));

        Assert.Equal(["Workflow1:k:y"], result.Journal.Where(j => j.EventName == "Started").Select(j => j.ActivityNodeId));
    }

    [Fact]
    public void Should_refuse_to_retry_what_did_not_fault()
    {
        var workflow = Flow.Compile(Flow.Definition(Flow.Sequence("s", Flow.Event("e", "Go"))));

        Assert.Equal(BurstOutcome.NothingToRetry, Flow.Burst(workflow, Flow.Begin(workflow).State, new RetryFaulted(null)).Outcome);
    }
}
