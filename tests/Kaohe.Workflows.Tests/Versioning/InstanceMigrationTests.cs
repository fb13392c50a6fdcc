using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Versioning;
using Xunit;

namespace Kaohe.Workflows.Tests.Versioning;

public sealed class InstanceMigrationTests
{
    private static readonly Dictionary<string, string?> None = [];

    private static CompiledWorkflow Old { get; } = Flow.Compile(Flow.Definition(
        Flow.Chart("fc", [Flow.Line("a", "a"), Flow.Event("wait", "Go"), Flow.Line("z", "old end")], "a>wait", "wait>z"), variables: [Flow.Variable("Kept", "String", "k"), Flow.Variable("Gone", "String", "g")]));

    private static CompiledWorkflow New { get; } = Flow.Compile(Flow.Definition(
        Flow.Chart("fc", [Flow.Line("a", "a"), Flow.Event("wait2", "Go"), Flow.ScriptLine("z", "`new end ${getKept()} ${getAdded()}`")], "a>wait2", "wait2>z"),
        version: 2, variables: [Flow.Variable("Kept", "String"), Flow.Variable("Added", "String", "n")]));

    [Fact]
    public void Should_not_drop_an_activity_in_progress_without_being_told_to()
    {
        var plan = InstanceMigration.Plan(Old, New, Flow.Begin(Old).State, None);

        Assert.False(plan.IsPossible);
        Assert.Contains("wait", Assert.Single(plan.Problems), StringComparison.Ordinal);
        Assert.Contains(plan.Moves, m => m is { FromNodeId: "Workflow1:fc:wait", ToNodeId: null, Waits: true });
    }

    [Fact]
    public void Should_go_on_in_the_new_version_without_running_again_what_is_done()
    {
        var state = Flow.Begin(Old).State;
        var plan = InstanceMigration.Plan(Old, New, state, new Dictionary<string, string?> { ["Workflow1:fc:wait"] = "Workflow1:fc:wait2" });
        Assert.True(plan.IsPossible, string.Join('\n', plan.Problems));
        Assert.Equal(["Gone"], plan.LostVariables);

        var end = Flow.Burst(New, plan.State, new ResumeBookmark { BookmarkId = state.Bookmarks[0].Id });

        Assert.Equal(WorkflowSubStatus.Finished, end.State.SubStatus);
        Assert.Equal(["new end k n"], end.Effects.Select(e => ((Kaohe.Workflows.Execution.Effects.WriteLineEffect)e.Payload!).Text));
        Assert.Equal(2, end.State.DefinitionVersion);
    }

    [Fact]
    public void Should_refuse_another_kind_of_activity_and_a_finished_instance()
    {
        var state = Flow.Begin(Old).State;

        Assert.Contains("Elsa.WriteLine", InstanceMigration.Plan(Old, New, state, new Dictionary<string, string?> { ["Workflow1:fc:wait"] = "Workflow1:fc:z" }).Problems[0], StringComparison.Ordinal);
        var over = Flow.Burst(Old, state, new CancelWorkflow("test")).State;
        Assert.Contains(InstanceMigration.Plan(Old, New, over, None).Problems, p => p.Contains("已经结束", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_give_an_activity_up_only_when_the_mapping_says_so()
    {
        var fork = Flow.Compile(Flow.Definition(Flow.Activity("k", "Elsa.Fork", ("branches", new System.Text.Json.Nodes.JsonArray(Flow.Event("x", "X"), Flow.Event("y", "Y"))))));
        var state = Flow.Begin(fork).State;

        var plan = InstanceMigration.Plan(fork, fork, state, new Dictionary<string, string?> { ["Workflow1:k:y"] = null });

        Assert.True(plan.IsPossible);
        Assert.Equal("x", Assert.Single(plan.State.Bookmarks).ActivityId);
    }
}
