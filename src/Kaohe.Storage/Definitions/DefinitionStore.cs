using Kaohe.Storage.Databases;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Definitions;

/// <summary>Changes definitions. A write that is repeated because its answer was lost changes nothing more.</summary>
public sealed class DefinitionStore(IWriteLane lane, IChangeFeed feed, TimeProvider clock, DefinitionPublisher publisher)
{
    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Saves a draft: a new definition when the id is empty or unknown (a known id keeps it), over the latest version when that is a draft,
    /// as a new version behind it when that is published or when instances run it (a draft that was tried out). Identity, version and flags of the given
    /// definition are not looked at.
    /// </summary>
    /// <param name="definition">The definition; the id <c>""</c> asks for a new one.</param>
    /// <param name="origin">Where it comes from; null when a person drew it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The draft as it is stored.</returns>
    public Task<WorkflowDefinition> SaveDraftAsync(WorkflowDefinition definition, DefinitionOrigin? origin = null, CancellationToken cancellationToken = default)
    {
        var newId = Guid.CreateVersion7().ToString("N");
        return lane.RunAsync(
            async (db, cancel) =>
            {
                await Turn.TakeAsync(db, DefinitionPublisher.TurnOf(definition.DefinitionId), cancel);
                var latest = await FindLatestAsync(db, definition, cancel);

                // Instances are pinned to the version that they started with.
                var isFree = latest is { IsPublished: false } && !await db.WorkflowInstances.AnyAsync(i => i.DefinitionVersionId == latest.Id, cancel);
                if (latest is not null && !isFree && DefinitionContent.Same(latest.ToDefinition(), definition))
                {
                    return latest.ToDefinition(); // nothing new: no new version
                }

                var draft = isFree ? latest! : await AddVersionAsync(db, definition, latest, newId, cancel);
                Fill(draft, definition, origin, clock.GetUtcNow());
                await db.SaveChangesAsync(cancel);
                feed.PublishAfterCommit(db, ChangeTopics.Definition, draft.DefinitionId);
                return draft.ToDefinition();
            },
            cancellationToken);
    }

    /// <summary>Publishes the latest version: compiles it, checks it, and makes it the one that new instances run, triggers included, in one transaction.</summary>
    public Task<PublishResult> PublishAsync(string definitionId, DefinitionCheck? check = null, CancellationToken cancellationToken = default) =>
        publisher.PublishAsync(definitionId, check, cancellationToken);

    /// <summary>Saves and publishes. Saving what is published already, word for word, is answered "already published".</summary>
    public async Task<PublishResult> SaveAndPublishAsync(
        WorkflowDefinition definition, DefinitionOrigin? origin = null, DefinitionCheck? check = null, CancellationToken cancellationToken = default)
    {
        var published = await lane.RunAsync(
            async (db, cancel) => await FindLatestAsync(db, definition, cancel) is { IsPublished: true } latest ? latest.ToDefinition() : null, cancellationToken);
        if (published is not null && DefinitionContent.Same(published, definition))
        {
            return new PublishResult(published, AlreadyPublished: true, []);
        }

        var draft = await SaveDraftAsync(definition, origin, cancellationToken);
        return await publisher.PublishAsync(draft.DefinitionId, check, cancellationToken);
    }

    /// <summary>Takes the published version back: no new instances, no triggers; running instances go on.</summary>
    /// <returns>The version; null when none was published.</returns>
    public Task<WorkflowDefinition?> RetractAsync(string definitionId, CancellationToken cancellationToken = default) => lane.RunAsync(
        async (db, cancel) =>
        {
            await Turn.TakeAsync(db, DefinitionPublisher.TurnOf(definitionId), cancel);
            var row = await db.WorkflowDefinitions.FirstOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsPublished, cancel);
            if (row is null)
            {
                return null;
            }

            row.IsPublished = false;
            await db.Triggers.Where(t => t.DefinitionId == definitionId).ExecuteDeleteAsync(cancel);
            feed.PublishAfterCommit(db, ChangeTopics.Definition, definitionId);
            return row.ToDefinition();
        },
        cancellationToken);

    /// <summary>Makes a draft with the content of an older version.</summary>
    /// <returns>The draft; null when there is no such version.</returns>
    public async Task<WorkflowDefinition?> RevertAsync(string definitionId, int version, CancellationToken cancellationToken = default)
    {
        var old = await lane.RunAsync(
            async (db, cancel) => (await db.WorkflowDefinitions.AsNoTracking().FirstOrDefaultAsync(d => d.DefinitionId == definitionId && d.Version == version, cancel))?.ToDefinition(),
            cancellationToken);
        return old is null ? null : await SaveDraftAsync(old, origin: null, cancellationToken);
    }

    /// <summary>Deletes a definition with all its versions, unless instances need them.</summary>
    public Task<DeleteResult> DeleteAsync(string definitionId, CancellationToken cancellationToken = default) =>
        DeleteAsync(rows => rows.Where(d => d.DefinitionId == definitionId), cancellationToken);

    /// <summary>Deletes one version, unless instances need it. The newest of the others becomes the latest.</summary>
    public Task<DeleteResult> DeleteVersionAsync(string id, CancellationToken cancellationToken = default) =>
        DeleteAsync(rows => rows.Where(d => d.Id == id), cancellationToken);

    private static void Fill(WorkflowDefinitionRow row, WorkflowDefinition definition, DefinitionOrigin? origin, DateTimeOffset now)
    {
        row.Name = definition.Name;
        row.Description = definition.Description;
        row.IsSystem = definition.IsSystem;
        row.UsableAsActivity = definition.Options.UsableAsActivity;
        row.IsReadonly = origin?.IsReadonly ?? row.IsReadonly;
        row.ProviderName = origin?.ProviderName ?? row.ProviderName;
        row.UpdatedAt = now;
        row.Json = DefinitionJson.Write(definition with
        {
            Id = row.Id, DefinitionId = row.DefinitionId, Version = row.Version, IsLatest = true, IsPublished = false, IsReadonly = row.IsReadonly, CreatedAt = row.CreatedAt,
        });
    }

    private async Task<WorkflowDefinitionRow?> FindLatestAsync(KaoheDb db, WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        if (definition.DefinitionId.Length > 0)
        {
            return await db.WorkflowDefinitions.FirstOrDefaultAsync(d => d.DefinitionId == definition.DefinitionId && d.IsLatest, cancellationToken);
        }

        // The designer repeats a create whose answer it did not get; the same drawing under the same name within a minute is that repetition.
        var since = clock.GetUtcNow() - RepeatWindow;
        var recent = await db.WorkflowDefinitions
            .Where(d => d.Name == definition.Name && d.Version == 1 && d.IsLatest && d.CreatedAt >= since).ToListAsync(cancellationToken);
        return recent.Find(d => DefinitionContent.Same(d.ToDefinition(), definition));
    }

    private async Task<WorkflowDefinitionRow> AddVersionAsync(
        KaoheDb db, WorkflowDefinition definition, WorkflowDefinitionRow? latest, string newId, CancellationToken cancellationToken)
    {
        var definitionId = latest?.DefinitionId ?? (definition.DefinitionId.Length > 0 ? definition.DefinitionId : newId);
        var idIsTaken = latest is not null || definition.Id.Length == 0 || await db.WorkflowDefinitions.AnyAsync(d => d.Id == definition.Id, cancellationToken);
        var last = await db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).MaxAsync(d => (int?)d.Version, cancellationToken) ?? 0;
        if (latest is not null)
        {
            latest.IsLatest = false;
            await db.SaveChangesAsync(cancellationToken); // first, because the index allows one latest version
        }

        var row = new WorkflowDefinitionRow
        {
            Id = idIsTaken ? newId : definition.Id,
            DefinitionId = definitionId,
            Version = last + 1,
            IsLatest = true,
            IsReadonly = latest?.IsReadonly ?? definition.IsReadonly,
            ProviderName = latest?.ProviderName,
            CreatedAt = clock.GetUtcNow(),
            Json = string.Empty,
        };
        db.WorkflowDefinitions.Add(row);
        return row;
    }

    private Task<DeleteResult> DeleteAsync(Func<IQueryable<WorkflowDefinitionRow>, IQueryable<WorkflowDefinitionRow>> choose, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) =>
        {
            var rows = await choose(db.WorkflowDefinitions).ToListAsync(cancel);
            var ids = rows.ConvertAll(r => r.Id);
            var instances = await db.WorkflowInstances.CountAsync(i => ids.Contains(i.DefinitionVersionId), cancel);
            if (instances > 0 || rows.Count == 0)
            {
                return new DeleteResult(0, instances);
            }

            var definitionId = rows[0].DefinitionId;
            await db.Triggers.Where(t => ids.Contains(t.DefinitionVersionId)).ExecuteDeleteAsync(cancel);
            db.WorkflowDefinitions.RemoveRange(rows);
            await db.SaveChangesAsync(cancel);
            var newest = await db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancel);
            if (newest is not null)
            {
                newest.IsLatest = true;
            }

            feed.PublishAfterCommit(db, ChangeTopics.Definition, definitionId);
            return new DeleteResult(rows.Count, 0);
        },
        cancellationToken);
}
