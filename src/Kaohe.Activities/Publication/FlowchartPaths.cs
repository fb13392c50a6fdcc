using System.Globalization;
using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Activities.Publication;

/// <summary>The ways through one flowchart: its activities in the order of their forward connections, with every choice of outcomes that makes a difference.</summary>
internal sealed class FlowchartPaths
{
    /// <summary>More different situations than any drawn flow has; a guard against a drawing made to hang the check.</summary>
    private const int MaxStates = 20_000;

    private readonly PathWalker _walker;
    private readonly Activity? _start;
    private readonly List<Activity> _order = [];
    private readonly List<Edge> _edges = [];

    public FlowchartPaths(PathWalker walker, Flowchart chart)
    {
        _walker = walker;
        _start = walker.StartOf(chart);
        Arrange(chart);
    }

    public IEnumerable<PathRun> Walk(PathRun before)
    {
        if (_start is null)
        {
            return [before with { Outcomes = PathRun.Done }];
        }

        var ended = new List<PathRun>();
        List<State> states = [new State([], before.Steps, before.Trail)];
        foreach (var activity in _order)
        {
            states = [.. states.SelectMany(state => Pass(activity, state, before, ended)).DistinctBy(state => state.Key).Take(MaxStates)];
        }

        return ended.Concat(states.Select(state => new PathRun(state.Steps, state.Trail, PathRun.Done)));
    }

    private IEnumerable<State> Pass(Activity activity, State state, PathRun before, List<PathRun> ended)
    {
        var inbound = _edges.Where(edge => edge.Target == activity).ToList();
        var live = inbound.Where(edge => state.Live.ContainsKey(edge.Number)).Select(edge => state.Live[edge.Number]).ToList();
        var rest = state.Live.Where(pair => inbound.TrueForAll(edge => edge.Number != pair.Key)).ToDictionary();
        foreach (var entry in Entries(activity, live, inbound.Count, before))
        {
            foreach (var run in _walker.Walk(activity, entry))
            {
                if (activity.IsTerminal)
                {
                    ended.Add(run with { Outcomes = PathRun.Done });
                    continue;
                }

                var next = new Dictionary<int, PathRun>(rest);
                foreach (var edge in _edges.Where(edge => edge.Source == activity && (run.Outcomes == PathWalker.AnyPort || run.Outcomes.Contains(edge.Port))))
                {
                    next[edge.Number] = run;
                }

                yield return new State(next, state.Steps | run.Steps, run.Trail);
            }
        }

        if (activity != _start && !Runs(activity, live.Count, inbound.Count))
        {
            yield return state with { Live = rest };
        }
    }

    /// <summary>With what behind it the activity may begin. A join that waits for any path may begin with each of them alone.</summary>
    private IEnumerable<PathRun> Entries(Activity activity, List<PathRun> live, int inbound, PathRun before)
    {
        if (activity == _start)
        {
            return [before];
        }

        if (!Runs(activity, live.Count, inbound))
        {
            return [];
        }

        return activity is FlowJoin join && _walker.ModeOf(join) == FlowJoinMode.WaitAny
            ? live
            : [live.MaxBy(run => StepOrder.Count(run.Steps))! with { Steps = live.Aggregate(0, (steps, run) => steps | run.Steps) }];
    }

    private bool Runs(Activity activity, int live, int inbound) =>
        live > 0 && (activity is not FlowJoin join || _walker.ModeOf(join) != FlowJoinMode.WaitAll || live == inbound);

    /// <summary>Keeps the connections that lead forward, as the engine finds them (breadth first, each unless it closes a circle), and sorts the activities along them.</summary>
    private void Arrange(Flowchart chart)
    {
        if (_start is null)
        {
            return;
        }

        var byId = chart.Activities.DistinctBy(activity => activity.Id).ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        var bySource = chart.Connections.ToLookup(connection => connection.Source, StringComparer.Ordinal);
        var queue = new Queue<Activity>([_start]);
        var seen = new HashSet<Activity> { _start };
        while (queue.TryDequeue(out var source))
        {
            foreach (var connection in bySource[source.Id])
            {
                var target = byId[connection.Target];
                if (Leads(target, source))
                {
                    continue;
                }

                _edges.Add(new Edge(_edges.Count, source, connection.Port, target));
                if (seen.Add(target))
                {
                    queue.Enqueue(target);
                }
            }
        }

        Sort(_start, []);
        _order.Reverse();
    }

    private bool Leads(Activity from, Activity to)
    {
        var seen = new HashSet<Activity> { from };
        var stack = new Stack<Activity>([from]);
        while (stack.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var next in _edges.Where(edge => edge.Source == at).Select(edge => edge.Target).Where(seen.Add))
            {
                stack.Push(next);
            }
        }

        return false;
    }

    private void Sort(Activity activity, HashSet<Activity> seen)
    {
        foreach (var target in _edges.Where(edge => edge.Source == activity).Select(edge => edge.Target).Where(seen.Add))
        {
            Sort(target, seen);
        }

        _order.Add(activity);
    }

    private sealed record Edge(int Number, Activity Source, string Port, Activity Target);

    private sealed record State(Dictionary<int, PathRun> Live, int Steps, Trail? Trail)
    {
        public string Key { get; } = string.Join(';', Live.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value.Steps}"))) + "/" + Steps;
    }
}
