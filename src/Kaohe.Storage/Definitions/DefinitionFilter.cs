namespace Kaohe.Storage.Definitions;

/// <summary>How a list of definitions is ordered.</summary>
public enum DefinitionOrder
{
    /// <summary>By the time the version was made.</summary>
    Created,

    /// <summary>By name.</summary>
    Name,

    /// <summary>By version number.</summary>
    Version,
}

/// <summary>Which definitions are wanted, and in which order; null and empty members let everything through.</summary>
public sealed record DefinitionFilter
{
    /// <summary>Which versions.</summary>
    public VersionSelection Versions { get; init; } = VersionSelection.All;

    /// <summary>Text in name, description or definition id.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>These definitions only.</summary>
    public IReadOnlyCollection<string> DefinitionIds { get; init; } = [];

    /// <summary>These version rows only.</summary>
    public IReadOnlyCollection<string> Ids { get; init; } = [];

    /// <summary>Hidden ones or shown ones only.</summary>
    public bool? IsSystem { get; init; }

    /// <summary>Only those that other definitions may use as an activity, or only the others.</summary>
    public bool? UsableAsActivity { get; init; }

    /// <summary>Order.</summary>
    public DefinitionOrder OrderBy { get; init; }

    /// <summary>Whether the order is reversed.</summary>
    public bool Descending { get; init; }

    internal IQueryable<WorkflowDefinitionRow> Apply(IQueryable<WorkflowDefinitionRow> rows)
    {
        rows = Versions.Apply(rows);
        rows = DefinitionIds.Count == 0 ? rows : rows.Where(d => DefinitionIds.Contains(d.DefinitionId));
        rows = Ids.Count == 0 ? rows : rows.Where(d => Ids.Contains(d.Id));
        rows = IsSystem is { } system ? rows.Where(d => d.IsSystem == system) : rows;
        rows = UsableAsActivity is { } usable ? rows.Where(d => d.UsableAsActivity == usable) : rows;
        if (!string.IsNullOrWhiteSpace(SearchTerm))
        {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to lower() in SQL, where no culture exists.
            var term = SearchTerm.Trim().ToLower();
            rows = rows.Where(d => d.Name!.ToLower().Contains(term) || d.Description!.ToLower().Contains(term) || d.DefinitionId.ToLower().Contains(term));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return (OrderBy, Descending) switch
        {
            (DefinitionOrder.Name, false) => rows.OrderBy(d => d.Name).ThenBy(d => d.Id),
            (DefinitionOrder.Name, true) => rows.OrderByDescending(d => d.Name).ThenBy(d => d.Id),
            (DefinitionOrder.Version, false) => rows.OrderBy(d => d.Version).ThenBy(d => d.Id),
            (DefinitionOrder.Version, true) => rows.OrderByDescending(d => d.Version).ThenBy(d => d.Id),
            (_, false) => rows.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id),
            (_, true) => rows.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id),
        };
    }
}
