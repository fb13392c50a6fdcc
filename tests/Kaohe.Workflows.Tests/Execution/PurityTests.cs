using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Workflows.Tests.Execution;

public sealed class PurityTests
{
    private static readonly System.Text.Json.Nodes.JsonObject Waiting = Flow.Sequence(
        "s", Flow.ScriptLine("a", "`${newGuid()} ${Math.random()} ${new Date().getTime()}`"), Flow.Event("e", "Go"), Flow.ScriptLine("b", "const x = getN(); setN(x + 1); return x"));

    [Fact]
    public void Should_give_the_same_result_for_the_same_call()
    {
        var workflow = Flow.Compile(Flow.Definition(Waiting.DeepClone(), variables: [Flow.Variable("N", "Int32", "1")]));

        var first = WorkflowStateSerializer.Serialize(Flow.Begin(workflow));
        var second = WorkflowStateSerializer.Serialize(Flow.Begin(workflow));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Should_leave_the_given_state_as_it_was()
    {
        var workflow = Flow.Compile(Flow.Definition(Waiting.DeepClone(), variables: [Flow.Variable("N", "Int32", "1")]));
        var state = Flow.Begin(workflow).State;
        var before = WorkflowStateSerializer.Serialize(state);

        var result = Flow.Burst(workflow, state, new ResumeBookmark { BookmarkId = state.Bookmarks[0].Id });

        Assert.Equal(BurstOutcome.Ran, result.Outcome);
        Assert.Equal(before, WorkflowStateSerializer.Serialize(state));
    }

    [Fact]
    public void Should_go_on_the_same_from_a_state_that_was_stored()
    {
        var workflow = Flow.Compile(Flow.Definition(Waiting.DeepClone(), variables: [Flow.Variable("N", "Int32", "1")]));
        var state = Flow.Begin(workflow).State;
        var stored = WorkflowStateSerializer.Deserialize<WorkflowState>(WorkflowStateSerializer.SerializeToUtf8Bytes(state));
        var stimulus = new ResumeBookmark { BookmarkId = state.Bookmarks[0].Id };

        Assert.Equal(
            WorkflowStateSerializer.Serialize(Flow.Burst(workflow, state, stimulus)),
            WorkflowStateSerializer.Serialize(Flow.Burst(workflow, stored, stimulus)));
    }

    [Fact]
    public void Should_number_journal_and_effects_without_gaps_over_bursts()
    {
        var workflow = Flow.Compile(Flow.Definition(Waiting.DeepClone(), variables: [Flow.Variable("N", "Int32", "1")]));
        var first = Flow.Begin(workflow);
        var second = Flow.Burst(workflow, first.State, new ResumeBookmark { BookmarkId = first.State.Bookmarks[0].Id });

        var sequences = first.Journal.Concat(second.Journal).Select(j => j.Sequence).ToList();
        Assert.Equal(Enumerable.Range(0, sequences.Count).Select(i => (long)i), sequences);
        Assert.Equal(2, first.Effects.Concat(second.Effects).Select(e => e.Key).Distinct().Count());
    }
}
