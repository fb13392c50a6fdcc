using Kaohe.Storage;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Operations.Instances;

/// <summary>Reads instances as operators see them: with the names of their definitions and what they wait for.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="queries">The storage's own reading.</param>
/// <param name="catalog">Versions, compiled.</param>
public sealed class InstanceViews(IDbContextFactory<KaoheDb> databases, InstanceQueries queries, DefinitionCatalog catalog)
{
    private const int MostChildren = 200;

    /// <summary>Lists instances.</summary>
    /// <param name="filter">Which, and in which order.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<ListedInstance>> ListAsync(InstanceFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        var found = await queries.ListAsync(filter, page, cancellationToken);
        var versions = found.Items.Select(instance => instance.DefinitionVersionId).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var names = await db.WorkflowDefinitions.Where(definition => versions.Contains(definition.Id))
            .ToDictionaryAsync(definition => definition.Id, definition => definition.Name, cancellationToken);
        return new Page<ListedInstance>([.. found.Items.Select(instance => new ListedInstance(instance, names.GetValueOrDefault(instance.DefinitionVersionId)))], found.TotalCount);
    }

    /// <summary>One instance; null when there is none.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InstanceView?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } detail
            || (await ListAsync(new InstanceFilter { Ids = [id] }, new PageRequest(0, 1), cancellationToken)).Items is not [var listed])
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var bookmarks = await db.Bookmarks.AsNoTracking().Where(bookmark => bookmark.WorkflowInstanceId == id).OrderBy(bookmark => bookmark.CreatedAt).ToListAsync(cancellationToken);
        var children = await db.WorkflowInstances.Where(child => child.ParentInstanceId == id).OrderBy(child => child.CreatedAt)
            .Select(child => child.Id).Take(MostChildren).ToListAsync(cancellationToken);
        return new InstanceView(listed, detail.State, Compiled(detail.State.DefinitionVersionId), bookmarks, children);
    }

    /// <summary>The journal of an instance, newest line first.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<JournalRow>> JournalAsync(string id, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await page.ReadAsync(db.Journal.AsNoTracking().Where(line => line.WorkflowInstanceId == id).OrderByDescending(line => line.Sequence), cancellationToken);
    }

    /// <summary>How many instances run, and how many need somebody because something went wrong.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(int Running, int InTrouble)> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var running = await db.WorkflowInstances.CountAsync(row => row.Status == WorkflowStatus.Running, cancellationToken);
        var inTrouble = await db.WorkflowInstances.CountAsync(
            row => row.SubStatus == WorkflowSubStatus.Faulted || (row.Status == WorkflowStatus.Running && row.IncidentCount > 0), cancellationToken);
        return (running, inTrouble);
    }

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
