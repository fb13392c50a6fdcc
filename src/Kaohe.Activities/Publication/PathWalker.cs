using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.ControlFlow;
using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Activities.Publication;

/// <summary>
/// Follows every way that a flow can go, also through containers. Branches that run beside each other count as one way whose steps are all behind the
/// point where they meet; a choice makes two ways. Ways that agree in what they have behind them are followed once, so the search stays small.
/// </summary>
/// <param name="joinModeOf">The mode that the definition gives a join, by node id.</param>
/// <param name="triggerActivityId">The trigger that starts the run; null for the flow's own start.</param>
internal sealed class PathWalker(Func<FlowJoin, FlowJoinMode> joinModeOf, string? triggerActivityId = null)
{
    private readonly Dictionary<(Activity, int), IReadOnlyList<PathRun>> _known = [];
    private readonly Dictionary<(Activity, int), BrokenOrder> _broken = [];

    /// <summary>Ways on which a step begins too early.</summary>
    public IEnumerable<BrokenOrder> Broken => _broken.Values;

    /// <summary>The longest way seen, for a flow that never reaches 结果评定.</summary>
    public Trail? Longest { get; private set; }

    /// <summary>Whether a step was reached at all.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    public FlowJoinMode ModeOf(FlowJoin join) => joinModeOf(join);

    /// <summary>Where a flowchart begins, as the engine finds it.</summary>
    public Activity? StartOf(Flowchart chart) => chart.FindStart(triggerActivityId);

    /// <summary>How an activity may end when it begins on a way.</summary>
    public IReadOnlyList<PathRun> Walk(Activity? activity, PathRun before)
    {
        if (activity is null)
        {
            return [before with { Outcomes = PathRun.Done }];
        }

        if (!_known.TryGetValue((activity, before.Steps), out var known))
        {
            _known[(activity, before.Steps)] = known = [.. Enter(activity, before).DistinctBy(run => run.Key)];
        }

        return known;
    }

    private IEnumerable<PathRun> Enter(Activity activity, PathRun before) => activity switch
    {
        StepActivity step => Step(step, before),
        WorkflowActivity workflow => Walk(workflow.RootActivity, before),
        DefinitionActivity embedded => Walk(embedded.Workflow, before),
        Flowchart chart => new FlowchartPaths(this, chart).Walk(before),
        Container container => InOrder(container.Activities, before),
        If choice => Either([choice.Then, choice.Else], before),
        Switch choice => Either([.. choice.Cases.Select(each => each.Body), choice.Default], before),
        Fork fork => fork.WaitsForAny ? Either(fork.Branches, before) : Together(fork.Branches, before),
        Loop loop => Either([null, loop.Body], before),
        ParallelForEach loop => Either([null, loop.Body], before),
        Finish => [],
        _ => Plain(activity, before),
    };

    private IEnumerable<PathRun> Step(StepActivity step, PathRun before)
    {
        Reached.Add(step.StepCode);
        var trail = Note(step, before);
        var missing = StepOrder.Before(step.StepCode) & ~before.Steps;
        if (missing != 0)
        {
            _broken.TryAdd((step, missing), new BrokenOrder(step, missing, trail));
        }

        var after = before.Steps | StepOrder.Set(step.StepCode);
        return step.Descriptor.Ports.Select(port => port.Name == Plans.PlanOutcomes.Returned
            ? new PathRun(before.Steps, trail with { Note = $"（{port.DisplayName}）" }, [port.Name])
            : new PathRun(after, trail, [port.Name]));
    }

    private IEnumerable<PathRun> Plain(Activity activity, PathRun before)
    {
        var trail = Note(activity, before);
        var ports = activity.Descriptor.Ports.Where(port => !port.IsEmbedded).Select(port => port.Name).ToList();
        return activity is FlowFork || ports.Count == 0
            ? [new PathRun(before.Steps, trail, AnyPort)]
            : [.. ports.Select(port => new PathRun(before.Steps, trail, [port])), new PathRun(before.Steps, trail, AnyPort)];
    }

    /// <summary>Outcomes of an activity that may follow all its connections at once.</summary>
    public static IReadOnlyList<string> AnyPort { get; } = ["*"];

    private Trail Note(Activity activity, PathRun before)
    {
        var trail = new Trail(activity, before.Trail);
        Longest = Length(trail) > Length(Longest) ? trail : Longest;
        return trail;
    }

    private IEnumerable<PathRun> InOrder(IReadOnlyList<Activity> activities, PathRun before)
    {
        IEnumerable<PathRun> runs = [before with { Outcomes = PathRun.Done }];
        foreach (var activity in activities)
        {
            runs = runs.SelectMany(run => Walk(activity, run)).DistinctBy(run => run.Steps).Select(run => run with { Outcomes = PathRun.Done }).ToList();
        }

        return runs;
    }

    private IEnumerable<PathRun> Either(IEnumerable<Activity?> branches, PathRun before) =>
        branches.SelectMany(branch => Walk(branch, before)).Select(run => run with { Outcomes = PathRun.Done });

    private IEnumerable<PathRun> Together(IReadOnlyList<Activity> branches, PathRun before)
    {
        IEnumerable<PathRun> runs = [before with { Outcomes = PathRun.Done }];
        foreach (var branch in branches)
        {
            var ends = Walk(branch, before);
            runs = runs.SelectMany(run => ends.Select(end => end with { Steps = run.Steps | end.Steps, Outcomes = PathRun.Done })).DistinctBy(run => run.Steps).ToList();
        }

        return runs;
    }

    private static int Length(Trail? trail)
    {
        var length = 0;
        for (var at = trail; at is not null; at = at.Before)
        {
            length++;
        }

        return length;
    }
}
