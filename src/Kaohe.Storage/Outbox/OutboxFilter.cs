namespace Kaohe.Storage.Outbox;

/// <summary>Which effects are wanted; null members let everything through.</summary>
public sealed record OutboxFilter
{
    /// <summary>Where they stand.</summary>
    public OutboxStatus? Status { get; init; }

    /// <summary>Their kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The instance that asked.</summary>
    public string? WorkflowInstanceId { get; init; }

    internal IQueryable<OutboxRow> Apply(IQueryable<OutboxRow> rows)
    {
        if (Status is { } status)
        {
            rows = rows.Where(o => o.Status == status);
        }

        if (Kind is not null)
        {
            rows = rows.Where(o => o.Kind == Kind);
        }

        return WorkflowInstanceId is null ? rows : rows.Where(o => o.WorkflowInstanceId == WorkflowInstanceId);
    }
}
