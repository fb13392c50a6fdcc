namespace Kaohe.Storage.Instances;

/// <summary>Which lines of a journal are wanted; empty members let everything through.</summary>
public sealed record JournalFilter
{
    /// <summary>Lines about these activities.</summary>
    public IReadOnlyCollection<string> ActivityIds { get; init; } = [];

    /// <summary>Lines about these nodes.</summary>
    public IReadOnlyCollection<string> ActivityNodeIds { get; init; } = [];

    /// <summary>No lines about activities of these types.</summary>
    public IReadOnlyCollection<string> ExcludedActivityTypes { get; init; } = [];

    /// <summary>Lines of these events.</summary>
    public IReadOnlyCollection<string> EventNames { get; init; } = [];

    internal IQueryable<JournalRow> Apply(IQueryable<JournalRow> rows)
    {
        rows = ActivityIds.Count == 0 ? rows : rows.Where(j => ActivityIds.Contains(j.ActivityId));
        rows = ActivityNodeIds.Count == 0 ? rows : rows.Where(j => ActivityNodeIds.Contains(j.ActivityNodeId));
        rows = ExcludedActivityTypes.Count == 0 ? rows : rows.Where(j => !ExcludedActivityTypes.Contains(j.ActivityType));
        return EventNames.Count == 0 ? rows : rows.Where(j => EventNames.Contains(j.EventName));
    }
}
