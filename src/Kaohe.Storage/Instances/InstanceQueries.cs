using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Instances;

/// <summary>Reads instances and what they left behind.</summary>
public sealed class InstanceQueries(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>Lists instances.</summary>
    public async Task<Page<InstanceSummary>> ListAsync(InstanceFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await page.ReadAsync(filter.Sort(filter.Apply(db.WorkflowInstances)).Select(InstanceSummary.OfRow), cancellationToken);
    }

    /// <summary>Finds an instance with its state; null when there is none.</summary>
    public async Task<InstanceDetail?> FindAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await InstanceReader.ReadAsync(db, instanceId, cancellationToken) is { } stored ? new InstanceDetail(stored.Token, stored.State) : null;
    }

    /// <summary>Reads the journal of an instance, in order.</summary>
    public async Task<Page<JournalRow>> JournalAsync(string instanceId, JournalFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = filter.Apply(db.Journal.AsNoTracking().Where(j => j.WorkflowInstanceId == instanceId));
        return await page.ReadAsync(rows.OrderBy(j => j.Sequence), cancellationToken);
    }

    /// <summary>The latest line of an activity; null when it has none.</summary>
    public async Task<JournalRow?> LastJournalAsync(string instanceId, string activityId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Journal.AsNoTracking().Where(j => j.WorkflowInstanceId == instanceId && j.ActivityId == activityId)
            .OrderByDescending(j => j.Sequence).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Lists incidents of all instances, newest first.</summary>
    public async Task<Page<IncidentRow>> IncidentsAsync(PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await page.ReadAsync(db.Incidents.AsNoTracking().OrderByDescending(i => i.Timestamp).ThenBy(i => i.WorkflowInstanceId), cancellationToken);
    }

    /// <summary>Executions of an instance, oldest first; of one node when it is given.</summary>
    public async Task<Page<ActivityExecutionRow>> ExecutionsAsync(
        string instanceId, string? activityNodeId, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.ActivityExecutions.AsNoTracking().Where(e => e.WorkflowInstanceId == instanceId && (activityNodeId == null || e.ActivityNodeId == activityNodeId));
        return await page.ReadAsync(rows.OrderBy(e => e.StartedAt).ThenBy(e => e.Id), cancellationToken);
    }

    /// <summary>Finds one execution; null when there is none.</summary>
    public async Task<ActivityExecutionRow?> FindExecutionAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ActivityExecutions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
    }

    /// <summary>Counts executions of nodes, for the badges of the drawing; of all nodes when none are named.</summary>
    public async Task<IReadOnlyList<ActivityStats>> StatsAsync(
        string instanceId, IReadOnlyCollection<string>? activityNodeIds, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.ActivityExecutions.Where(e => e.WorkflowInstanceId == instanceId);
        rows = activityNodeIds is null ? rows : rows.Where(e => activityNodeIds.Contains(e.ActivityNodeId));
        var counted = await rows.GroupBy(e => new { e.ActivityId, e.ActivityNodeId }).Select(g => new
        {
            g.Key.ActivityId,
            g.Key.ActivityNodeId,
            Started = g.Count(),
            Completed = g.Sum(e => e.CompletedAt != null ? 1 : 0),
            Blocked = g.Sum(e => e.HasBookmarks ? 1 : 0),
            Faults = g.Sum(e => e.AggregateFaultCount),
        }).ToListAsync(cancellationToken);
        return counted.ConvertAll(c => new ActivityStats(c.ActivityId, c.ActivityNodeId, c.Started, c.Completed, c.Blocked > 0, c.Faults > 0));
    }

    /// <summary>How an execution came about: itself, whoever scheduled it, and so on up to the workflow.</summary>
    public async Task<IReadOnlyList<ActivityExecutionRow>> CallStackAsync(string id, CancellationToken cancellationToken = default)
    {
        var stack = new List<ActivityExecutionRow>();
        for (var next = id; next is not null && await FindExecutionAsync(next, cancellationToken) is { } row; next = row.SchedulingActivityExecutionId)
        {
            stack.Add(row);
        }

        return stack;
    }
}
