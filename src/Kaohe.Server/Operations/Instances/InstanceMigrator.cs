using Kaohe.Storage;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Versioning;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Operations.Instances;

/// <summary>Moves a running instance to another version of its definition: first a preview, then the same plan on the state as it is then.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="lane">Changes.</param>
/// <param name="catalog">Versions, compiled.</param>
/// <param name="feed">Tells open pages.</param>
/// <param name="clock">The time of the change.</param>
public sealed class InstanceMigrator(IDbContextFactory<KaoheDb> databases, IWriteLane lane, DefinitionCatalog catalog, IChangeFeed feed, TimeProvider clock)
{
    /// <summary>What the migration would do; null when the instance or the version does not exist.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="toVersion">Number of the version it should run.</param>
    /// <param name="mapping">Old path to new path; null gives the activity up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MigrationPlan?> PreviewAsync(string instanceId, int toVersion, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.WorkflowInstances.AsNoTracking().FirstOrDefaultAsync(row => row.Id == instanceId, cancellationToken);
        return row is null ? null : await PlanAsync(db, row, toVersion, mapping, cancellationToken);
    }

    /// <summary>Does it, unless the plan has problems.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="toVersion">Number of the version it should run.</param>
    /// <param name="mapping">Old path to new path; null gives the activity up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The plan that was carried out, or that was refused; null when the instance or the version does not exist.</returns>
    public Task<MigrationPlan?> MigrateAsync(string instanceId, int toVersion, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken = default) => lane.RunAsync(
        async (db, cancel) =>
        {
            var row = await db.WorkflowInstances.FirstOrDefaultAsync(row => row.Id == instanceId, cancel);
            var plan = row is null ? null : await PlanAsync(db, row, toVersion, mapping, cancel);
            if (plan is { IsPossible: true })
            {
                await StoreAsync(db, row!, plan.State, cancel);
                feed.PublishAfterCommit(db, ChangeTopics.Instance, instanceId);
            }

            return plan;
        },
        cancellationToken);

    private async Task<MigrationPlan?> PlanAsync(KaoheDb db, WorkflowInstanceRow row, int toVersion, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken)
    {
        var target = await db.WorkflowDefinitions.Where(definition => definition.DefinitionId == row.DefinitionId && definition.Version == toVersion)
            .Select(definition => definition.Id).FirstOrDefaultAsync(cancellationToken);
        return target is not null && Compiled(row.DefinitionVersionId) is { } from && Compiled(target) is { } to
            ? InstanceMigration.Plan(from, to, WorkflowStateSerializer.Deserialize<WorkflowState>(row.State), mapping)
            : null;
    }

    private CompiledWorkflow? Compiled(string versionId) => catalog.FindVersion(versionId);

    // The token is the row's concurrency token: a burst that was committed meanwhile makes the lane run all this again on the new state.
    private async Task StoreAsync(KaoheDb db, WorkflowInstanceRow row, WorkflowState state, CancellationToken cancellationToken)
    {
        row.Token++;
        row.DefinitionVersionId = state.DefinitionVersionId;
        row.DefinitionVersion = state.DefinitionVersion;
        row.State = WorkflowStateSerializer.SerializeToUtf8Bytes(state);
        row.UpdatedAt = clock.GetUtcNow();
        var kept = state.Bookmarks.ToDictionary(bookmark => bookmark.Id);
        foreach (var bookmark in await db.Bookmarks.Where(bookmark => bookmark.WorkflowInstanceId == row.Id).ToListAsync(cancellationToken))
        {
            if (kept.TryGetValue(bookmark.Id, out var moved))
            {
                db.Entry(bookmark).Property(entity => entity.ActivityId).CurrentValue = moved.ActivityId;
                db.Entry(bookmark).Property(entity => entity.ActivityNodeId).CurrentValue = moved.ActivityNodeId;
            }
            else
            {
                db.Bookmarks.Remove(bookmark);
            }
        }
    }
}
