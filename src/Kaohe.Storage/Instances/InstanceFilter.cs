using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Instances;

/// <summary>How a list of instances is ordered.</summary>
public enum InstanceOrder
{
    /// <summary>By start.</summary>
    Created,

    /// <summary>By the latest burst.</summary>
    LastExecuted,

    /// <summary>By end.</summary>
    Finished,

    /// <summary>By name.</summary>
    Name,
}

/// <summary>Which instances are wanted, and in which order; null and empty members let everything through.</summary>
public sealed record InstanceFilter
{
    /// <summary>Text in id, name, correlation id or definition id.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>These instances only.</summary>
    public IReadOnlyCollection<string> Ids { get; init; } = [];

    /// <summary>Instances of these definitions.</summary>
    public IReadOnlyCollection<string> DefinitionIds { get; init; } = [];

    /// <summary>Instances of this version row.</summary>
    public string? DefinitionVersionId { get; init; }

    /// <summary>Instances of this version number.</summary>
    public int? Version { get; init; }

    /// <summary>Correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Children of this instance.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>With or without incidents.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>Hidden ones or shown ones.</summary>
    public bool? IsSystem { get; init; }

    /// <summary>Any of these statuses.</summary>
    public IReadOnlyCollection<WorkflowStatus> Statuses { get; init; } = [];

    /// <summary>Any of these sub-statuses.</summary>
    public IReadOnlyCollection<WorkflowSubStatus> SubStatuses { get; init; } = [];

    /// <summary>All of these conditions on times.</summary>
    public IReadOnlyCollection<TimeCondition> Times { get; init; } = [];

    /// <summary>Order.</summary>
    public InstanceOrder OrderBy { get; init; }

    /// <summary>Whether the order is reversed, as lists usually are.</summary>
    public bool Descending { get; init; } = true;

    internal IQueryable<WorkflowInstanceRow> Apply(IQueryable<WorkflowInstanceRow> rows)
    {
        rows = Ids.Count == 0 ? rows : rows.Where(i => Ids.Contains(i.Id));
        rows = DefinitionIds.Count == 0 ? rows : rows.Where(i => DefinitionIds.Contains(i.DefinitionId));
        rows = DefinitionVersionId is null ? rows : rows.Where(i => i.DefinitionVersionId == DefinitionVersionId);
        rows = Version is null ? rows : rows.Where(i => i.DefinitionVersion == Version);
        rows = CorrelationId is null ? rows : rows.Where(i => i.CorrelationId == CorrelationId);
        rows = ParentInstanceId is null ? rows : rows.Where(i => i.ParentInstanceId == ParentInstanceId);
        rows = HasIncidents is { } incidents ? rows.Where(i => i.IncidentCount > 0 == incidents) : rows;
        rows = IsSystem is { } system ? rows.Where(i => i.IsSystem == system) : rows;
        rows = Statuses.Count == 0 ? rows : rows.Where(i => Statuses.Contains(i.Status));
        rows = SubStatuses.Count == 0 ? rows : rows.Where(i => SubStatuses.Contains(i.SubStatus));
        rows = Times.Aggregate(rows, (filtered, time) => time.Apply(filtered));
        return string.IsNullOrWhiteSpace(SearchTerm) ? rows : Search(rows, SearchTerm.Trim());
    }

    internal IQueryable<WorkflowInstanceRow> Sort(IQueryable<WorkflowInstanceRow> rows) => (OrderBy, Descending) switch
    {
        (InstanceOrder.LastExecuted, false) => rows.OrderBy(i => i.UpdatedAt).ThenBy(i => i.Id),
        (InstanceOrder.LastExecuted, true) => rows.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id),
        (InstanceOrder.Finished, false) => rows.OrderBy(i => i.FinishedAt).ThenBy(i => i.Id),
        (InstanceOrder.Finished, true) => rows.OrderByDescending(i => i.FinishedAt).ThenByDescending(i => i.Id),
        (InstanceOrder.Name, false) => rows.OrderBy(i => i.Name).ThenBy(i => i.Id),
        (InstanceOrder.Name, true) => rows.OrderByDescending(i => i.Name).ThenByDescending(i => i.Id),
        (_, false) => rows.OrderBy(i => i.CreatedAt).ThenBy(i => i.Id),
        (_, true) => rows.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id),
    };

    private static IQueryable<WorkflowInstanceRow> Search(IQueryable<WorkflowInstanceRow> rows, string text)
    {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to lower() in SQL, where no culture exists.
        var term = text.ToLower();
        return rows.Where(i => i.Id.ToLower().Contains(term) || i.Name!.ToLower().Contains(term)
            || i.CorrelationId!.ToLower().Contains(term) || i.DefinitionId.ToLower().Contains(term));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
