using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Workflows.Tests.Execution;

/// <summary>Where this engine deliberately differs from Elsa 3.8.</summary>
public sealed class BetterThanElsaTests
{
    [Fact]
    public void Should_run_the_rest_once_when_a_bookmark_is_resumed_twice()
    {
        var workflow = Flow.Compile(Flow.Definition(Flow.Sequence("s", Flow.Event("e", "Go"), Flow.Line("a", "A"), Flow.Event("e2", "More"))));
        var state = Flow.Begin(workflow).State;
        var stimulus = new ResumeBookmark { BookmarkId = state.Bookmarks[0].Id };

        var first = Flow.Burst(workflow, state, stimulus);
        var second = Flow.Burst(workflow, first.State, stimulus);

        Assert.Single(first.Effects);
        Assert.Equal(BurstOutcome.BookmarkNotFound, second.Outcome);
        Assert.Empty(second.Effects);
        Assert.Same(first.State, second.State);
    }

    [Fact]
    public void Should_wait_for_thirty_years()
    {
        var (host, instance) = Flow.Run(Flow.Sequence("s", Flow.Activity("d", "Elsa.Delay", ("timeSpan", Flow.Literal("TimeSpan", "10957.00:00:00"))), Flow.Line("a", "A")));
        Assert.Equal(Flow.Start.AddDays(10957), instance.State.Bookmarks[0].DueAt);

        host.Advance(TimeSpan.FromDays(10956));
        Assert.Empty(host.Lines);
        host.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["A"], host.Lines);
    }

    [Theory]
    [InlineData(null, "2026-03-03T08:30:00+08:00")]
    [InlineData("Asia/Shanghai", "2026-03-03T08:30:00+08:00")]
    [InlineData("UTC", "2026-03-02T08:30:00+00:00")]
    [InlineData("America/New_York", "2026-03-02T08:30:00-05:00")]
    public void Should_read_cron_in_its_time_zone(string? zone, string due)
    {
        var cron = Flow.Activity("c", "Elsa.Cron", ("cronExpression", Flow.Literal("String", "0 30 8 * * *")));
        if (zone is not null)
        {
            cron["timeZone"] = Flow.Literal("String", zone);
        }

        var (_, instance) = Flow.Run(Flow.Sequence("s", cron));

        Assert.Equal(DateTimeOffset.Parse(due), instance.State.Bookmarks[0].DueAt);
    }

    [Fact]
    public void Should_check_a_way_back_over_a_thousand_diamonds()
    {
        // Listing the paths would take 2^1000 steps; finishing at all is the proof.
        const int Diamonds = 1_000;
        var activities = new List<System.Text.Json.Nodes.JsonNode> { Flow.Line("n0", "0") };
        var connections = new List<string>();
        for (var i = 0; i < Diamonds; i++)
        {
            activities.AddRange([Flow.Line($"l{i}", "l"), Flow.Line($"r{i}", "r"), Flow.Line($"n{i + 1}", "n")]);
            connections.AddRange([$"n{i}>l{i}", $"n{i}>r{i}", $"l{i}>n{i + 1}", $"r{i}>n{i + 1}"]);
        }

        activities.Add(Flow.Activity("again", "Elsa.FlowDecision", ("condition", Flow.Script("Boolean", "setN(getN() + 1); return getN() < 2"))));
        connections.AddRange([$"n{Diamonds}>again", "again:True>n0"]);
        var (host, instance) = Flow.Run(Flow.Chart("fc", activities, [.. connections]), Flow.Variable("N", "Int32", "0"));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal(2 * ((3 * Diamonds) + 1), host.Lines.Count);
    }

    [Fact]
    public void Should_say_why_when_an_instance_waits_for_nothing()
    {
        // A join in WaitAll mode behind an activity that a Break took out of the flow leaves nothing to wait for.
        var workflow = Flow.Compile(Flow.Definition(Flow.Sequence("s", Flow.Event("e", "Go"), Flow.Line("a", "A"))));
        var state = Flow.Begin(workflow).State;
        state.Bookmarks.Clear();
        state.Bookmarks.Add(new Bookmark
        {
            Id = "b", Name = "x", Hash = "x", ActivityId = "e", ActivityNodeId = "Workflow1:s:e", ActivityInstanceId = state.ActivityExecutionContexts[^1].Id, AutoComplete = false,
        });

        var stuck = Flow.Burst(workflow, state, new ResumeBookmark { BookmarkId = "b" }).State;

        Assert.Equal(WorkflowSubStatus.Suspended, stuck.SubStatus);
        Assert.Empty(stuck.Bookmarks);
        Assert.Contains("没有等待中的任务", Assert.Single(stuck.Incidents).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_the_fault_as_the_reason_when_it_continues_with_incidents()
    {
        var definition = Flow.Definition(Flow.Sequence("s", Flow.Activity("f", "Elsa.Fault", ("message", Flow.Literal("String", "boom")))), incidentStrategy: "ContinueWithIncidentsStrategy");

        var state = Flow.Begin(Flow.Compile(definition)).State;

        Assert.Equal(WorkflowSubStatus.Suspended, state.SubStatus);
        Assert.Equal("boom", Assert.Single(state.Incidents).Message);
    }

    [Fact]
    public void Should_stop_an_endless_loop_with_an_incident()
    {
        var workflow = Flow.Compile(Flow.Definition(Flow.Activity(
            "w", "Elsa.While", ("condition", Flow.Literal("Boolean", true)), ("body", Flow.Activity("n", "Elsa.SetName", ("value", Flow.Literal("String", "x")))))));
        var limits = new ExecutionLimits { MaxExecutionsPerBurst = 1_000 };

        var state = WorkflowExecutor.Run(
            workflow, null, new StartWorkflow { InstanceId = "i" }, Flow.Start, new Kaohe.Workflows.Simulation.SimulationCatalog(Kaohe.Workflows.Compilation.ActivityRegistry.Core, []), limits).State;

        Assert.Equal(WorkflowSubStatus.Faulted, state.SubStatus);
        Assert.Contains("1000", state.Incidents[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stop_workflows_that_execute_each_other_for_ever()
    {
        var host = Flow.Host(Flow.Definition(Flow.Activity("x", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Flow.Literal("String", "flow")), ("waitForCompletion", Flow.Literal("Boolean", true)))));

        host.Start("flow", new Dictionary<string, object?>());
        host.Settle();

        Assert.Equal(ExecutionLimits.Default.MaxNestedWorkflows + 1, host.Instances.Count);
        Assert.Contains(host.Instances, i => i.State.Incidents.Any(n => n.Message.Contains("循环调用", StringComparison.Ordinal)));
    }
}
