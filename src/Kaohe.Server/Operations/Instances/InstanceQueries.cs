using Kaohe.Storage;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Operations.Instances;

/// <summary>Reads instances for operators.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="catalog">Versions, compiled.</param>
public sealed class InstanceQueries(IDbContextFactory<KaoheDb> databases, DefinitionCatalog catalog)
{
    /// <summary>Lists instances.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="sortBy"><c>created</c>, <c>updated</c> or <c>name</c>; anything else is <c>updated</c>.</param>
    /// <param name="descending">Whether the order is reversed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<InstanceSummary>> ListAsync(
        InstanceFilter filter, PageRequest page, string? sortBy = null, bool descending = true, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = Apply(filter, db.WorkflowInstances.AsNoTracking());
        rows = (sortBy, descending) switch
        {
            ("created", true) => rows.OrderByDescending(row => row.CreatedAt),
            ("created", false) => rows.OrderBy(row => row.CreatedAt),
            ("name", true) => rows.OrderByDescending(row => row.Name).ThenBy(row => row.Id),
            ("name", false) => rows.OrderBy(row => row.Name).ThenBy(row => row.Id),
            (_, false) => rows.OrderBy(row => row.UpdatedAt),
            _ => rows.OrderByDescending(row => row.UpdatedAt),
        };
        return await page.ReadAsync(Summaries(db, rows), cancellationToken);
    }

    /// <summary>One instance; null when there is none.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InstanceDetail?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = db.WorkflowInstances.AsNoTracking().Where(row => row.Id == id);
        if (await Summaries(db, found).FirstOrDefaultAsync(cancellationToken) is not { } summary)
        {
            return null;
        }

        var stored = await found.Select(row => new { row.State, row.ParentInstanceId }).FirstAsync(cancellationToken);
        var state = WorkflowStateSerializer.Deserialize<WorkflowState>(stored.State);
        var bookmarks = await db.Bookmarks.AsNoTracking().Where(bookmark => bookmark.WorkflowInstanceId == id).OrderBy(bookmark => bookmark.CreatedAt).ToListAsync(cancellationToken);
        var children = await db.WorkflowInstances.Where(row => row.ParentInstanceId == id).OrderBy(row => row.CreatedAt).Select(row => row.Id).Take(200).ToListAsync(cancellationToken);
        return new InstanceDetail(summary, state, Compiled(state.DefinitionVersionId), bookmarks, stored.ParentInstanceId, children);
    }

    /// <summary>The journal of an instance in its order.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="page">Which page.</param>
    /// <param name="newestFirst">Whether the newest line comes first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<JournalRow>> JournalAsync(string id, PageRequest page, bool newestFirst, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lines = db.Journal.AsNoTracking().Where(line => line.WorkflowInstanceId == id);
        return await page.ReadAsync(newestFirst ? lines.OrderByDescending(line => line.Sequence) : lines.OrderBy(line => line.Sequence), cancellationToken);
    }

    /// <summary>How many running instances there are, and how many have incidents.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(int Running, int WithIncidents)> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var running = await db.WorkflowInstances.CountAsync(row => row.Status == WorkflowStatus.Running, cancellationToken);
        var faulted = await db.WorkflowInstances.CountAsync(
            row => row.SubStatus == WorkflowSubStatus.Faulted || (row.Status == WorkflowStatus.Running && row.IncidentCount > 0), cancellationToken);
        return (running, faulted);
    }

    private static IQueryable<WorkflowInstanceRow> Apply(InstanceFilter filter, IQueryable<WorkflowInstanceRow> rows)
    {
        rows = filter.SubStatus is { } status ? rows.Where(row => row.SubStatus == status) : rows;
        rows = filter.DefinitionId is { } definition ? rows.Where(row => row.DefinitionId == definition) : rows;
        rows = filter.HasIncidents is { } incidents ? rows.Where(row => row.IncidentCount > 0 == incidents) : rows;
        return filter.Search?.Trim() is { Length: > 0 } text
            ? rows.Where(row => row.Name!.Contains(text) || row.CorrelationId!.Contains(text) || row.Id == text)
            : rows;
    }

    private static IQueryable<InstanceSummary> Summaries(KaoheDb db, IQueryable<WorkflowInstanceRow> rows) => rows.Select(row => new InstanceSummary
    {
        Id = row.Id,
        Name = row.Name,
        DefinitionId = row.DefinitionId,
        DefinitionName = db.WorkflowDefinitions.Where(definition => definition.Id == row.DefinitionVersionId).Select(definition => definition.Name).FirstOrDefault(),
        DefinitionVersion = row.DefinitionVersion,
        Status = row.Status,
        SubStatus = row.SubStatus,
        CorrelationId = row.CorrelationId,
        IncidentCount = row.IncidentCount,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        FinishedAt = row.FinishedAt,
    });

    private CompiledWorkflow? Compiled(string versionId)
    {
        try
        {
            return catalog.FindVersion(versionId);
        }
        catch (DefinitionException)
        {
            return null; // the page shows what is stored and names activities by their path
        }
    }
}
