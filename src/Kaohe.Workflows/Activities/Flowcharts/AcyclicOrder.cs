namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>
/// A topological order that stays right while edges are added, and refuses an edge that would close a cycle (Pearce and Kelly, 2006).
/// Edges that agree with the order cost nothing, so that drawing-like graphs take linear time.
/// </summary>
/// <typeparam name="T">Type of the nodes.</typeparam>
internal sealed class AcyclicOrder<T>
    where T : class
{
    private readonly Dictionary<T, int> _position = [];
    private readonly Dictionary<T, List<T>> _next = [];
    private readonly Dictionary<T, List<T>> _previous = [];

    public void Add(T node)
    {
        if (_position.TryAdd(node, _position.Count))
        {
            _next[node] = [];
            _previous[node] = [];
        }
    }

    /// <summary>Adds an edge between nodes; unknown ones are added first.</summary>
    /// <returns>Whether it was added; false when it would close a cycle.</returns>
    public bool TryAddEdge(T from, T to)
    {
        Add(from);
        Add(to);
        if (from == to)
        {
            return false;
        }

        if (_position[to] < _position[from] && !Reorder(from, to))
        {
            return false;
        }

        _next[from].Add(to);
        _previous[to].Add(from);
        return true;
    }

    public IReadOnlyList<T> Sorted() => [.. _position.OrderBy(p => p.Value).Select(p => p.Key)];

    private bool Reorder(T from, T to)
    {
        var upper = _position[from];
        var lower = _position[to];
        var after = new List<T>();
        if (!Collect(to, _next, p => p <= upper, after, stopAt: from))
        {
            return false;
        }

        var before = new List<T>();
        Collect(from, _previous, p => p >= lower, before, stopAt: null);
        var moved = before.OrderBy(n => _position[n]).Concat(after.OrderBy(n => _position[n])).ToList();
        var places = moved.Select(n => _position[n]).Order().ToList();
        for (var i = 0; i < moved.Count; i++)
        {
            _position[moved[i]] = places[i];
        }

        return true;
    }

    private bool Collect(T start, Dictionary<T, List<T>> edges, Predicate<int> inside, List<T> found, T? stopAt)
    {
        var seen = new HashSet<T> { start };
        var stack = new Stack<T>([start]);
        while (stack.TryPop(out var node))
        {
            if (node == stopAt)
            {
                return false;
            }

            found.Add(node);
            foreach (var next in edges[node])
            {
                if (inside(_position[next]) && seen.Add(next))
                {
                    stack.Push(next);
                }
            }
        }

        return true;
    }
}
