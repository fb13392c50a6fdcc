namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Which nodes lie on every path from the root to a node of an acyclic graph (Cooper, Harvey and Kennedy, 2001; one pass suffices without cycles).</summary>
/// <typeparam name="T">Type of the nodes.</typeparam>
internal sealed class DominatorTree<T>
    where T : class
{
    private readonly Dictionary<T, int> _index = [];
    private readonly int[] _parent;
    private readonly int[] _depth;
    private readonly int[] _jump;

    /// <summary>Builds the tree.</summary>
    /// <param name="root">The root.</param>
    /// <param name="sorted">All reachable nodes in topological order.</param>
    /// <param name="previous">The nodes from which an edge leads to a node.</param>
    public DominatorTree(T root, IReadOnlyList<T> sorted, Func<T, IEnumerable<T>> previous)
    {
        _parent = new int[sorted.Count];
        _depth = new int[sorted.Count];
        _jump = new int[sorted.Count];
        for (var i = 0; i < sorted.Count; i++)
        {
            _index[sorted[i]] = i;
        }

        foreach (var node in sorted)
        {
            if (node == root)
            {
                continue;
            }

            var i = _index[node];
            _parent[i] = previous(node).Select(p => _index[p]).Aggregate(-1, (common, p) => common < 0 ? p : Common(common, p));
            _parent[i] = Math.Max(0, _parent[i]);
            _depth[i] = _depth[_parent[i]] + 1;

            // Jump pointers (Myers): a path to the root in logarithmic steps, however deep the tree is.
            var up = _parent[i];
            _jump[i] = _depth[up] - _depth[_jump[up]] == _depth[_jump[up]] - _depth[_jump[_jump[up]]] ? _jump[_jump[up]] : up;
        }
    }

    /// <summary>Whether every path from the root to <paramref name="node"/> passes <paramref name="dominator"/>. A node that no path reaches is dominated by all.</summary>
    public bool Dominates(T dominator, T node)
    {
        if (!_index.TryGetValue(node, out var at))
        {
            return true;
        }

        return _index.TryGetValue(dominator, out var wanted) && AtDepth(at, _depth[wanted]) == wanted;
    }

    private int AtDepth(int node, int depth)
    {
        while (_depth[node] > depth)
        {
            node = _depth[_jump[node]] >= depth ? _jump[node] : _parent[node];
        }

        return node;
    }

    private int Common(int left, int right)
    {
        left = AtDepth(left, Math.Min(_depth[left], _depth[right]));
        right = AtDepth(right, _depth[left]);
        while (left != right)
        {
            (left, right) = _jump[left] != _jump[right] ? (_jump[left], _jump[right]) : (_parent[left], _parent[right]);
        }

        return left;
    }
}
