using Kaohe.Storage.Databases;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Timers;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Definitions;

/// <summary>Makes the latest version of a definition the published one, together with its triggers. Compiling and checking happen outside the transaction.</summary>
public sealed class DefinitionPublisher
{
    private readonly IDbContextFactory<KaoheDb> _databases;
    private readonly IWriteLane _lane;
    private readonly IChangeFeed _feed;
    private readonly DefinitionCatalog _catalog;
    private readonly TimerWake _timers;
    private readonly TimeProvider _clock;

    internal DefinitionPublisher(
        IDbContextFactory<KaoheDb> databases, IWriteLane lane, IChangeFeed feed, DefinitionCatalog catalog, TimerWake timers, TimeProvider clock) =>
        (_databases, _lane, _feed, _catalog, _timers, _clock) = (databases, lane, feed, catalog, timers, clock);

    /// <summary>What those take turns about who change the versions of one definition.</summary>
    internal static string TurnOf(string definitionId) => $"definition:{definitionId}";

    /// <inheritdoc cref="DefinitionStore.PublishAsync" />
    public async Task<PublishResult> PublishAsync(string definitionId, DefinitionCheck? check, CancellationToken cancellationToken)
    {
        for (var run = 1; ; run++)
        {
            var latest = await ReadLatestAsync(definitionId, cancellationToken);
            if (latest is null or { IsPublished: true })
            {
                return new PublishResult(latest?.ToDefinition(), AlreadyPublished: latest is not null, []);
            }

            var (triggers, problems) = await CheckAsync(latest.ToDefinition(), check, cancellationToken);
            if (problems.Any(p => p.IsError))
            {
                return new PublishResult(null, AlreadyPublished: false, problems);
            }

            try
            {
                var published = await _lane.RunAsync((db, cancel) => PublishAsync(db, latest, triggers, cancel), cancellationToken);
                return new PublishResult(published, AlreadyPublished: false, problems);
            }
            catch (StaleStateException) when (run < Conflicts.MaxRuns)
            {
                // Somebody saved meanwhile: what was checked is not what would be published.
            }
        }
    }

    private async Task<WorkflowDefinitionRow?> ReadLatestAsync(string definitionId, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.WorkflowDefinitions.AsNoTracking().FirstOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);
    }

    private async Task<(IReadOnlyList<WorkflowTrigger> Triggers, IReadOnlyList<DefinitionProblem> Problems)> CheckAsync(
        WorkflowDefinition definition, DefinitionCheck? check, CancellationToken cancellationToken)
    {
        CompiledWorkflow workflow;
        try
        {
            workflow = _catalog.Compile(definition);
        }
        catch (DefinitionException exception)
        {
            return ([], exception.Problems);
        }

        var problems = new List<DefinitionProblem>(workflow.Problems);
        problems.AddRange(check is null ? [] : await check(workflow, cancellationToken));
        try
        {
            return (TriggerIndexer.Index(workflow, _clock.GetUtcNow()), problems);
        }
        catch (WorkflowException exception)
        {
            problems.Add(new DefinitionProblem("root", $"触发器无法计算：{exception.Message}"));
            return ([], problems);
        }
    }

    private async Task<WorkflowDefinition> PublishAsync(KaoheDb db, WorkflowDefinitionRow read, IReadOnlyList<WorkflowTrigger> triggers, CancellationToken cancellationToken)
    {
        await Turn.TakeAsync(db, TurnOf(read.DefinitionId), cancellationToken);
        var row = await db.WorkflowDefinitions.FirstOrDefaultAsync(d => d.Id == read.Id, cancellationToken);
        if (row is null || !row.IsLatest || row.IsPublished || row.Json != read.Json)
        {
            throw new StaleStateException($"Definition {read.DefinitionId}");
        }

        await db.WorkflowDefinitions.Where(d => d.DefinitionId == row.DefinitionId && d.IsPublished)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsPublished, false), cancellationToken);
        row.IsPublished = true;
        await ReplaceTriggersAsync(db, row, triggers, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        _feed.PublishAfterCommit(db, ChangeTopics.Definition, row.DefinitionId);
        return row.ToDefinition();
    }

    private async Task ReplaceTriggersAsync(KaoheDb db, WorkflowDefinitionRow row, IReadOnlyList<WorkflowTrigger> triggers, CancellationToken cancellationToken)
    {
        var old = await db.Triggers.AsNoTracking().Where(t => t.DefinitionId == row.DefinitionId).ToListAsync(cancellationToken);
        await db.Triggers.Where(t => t.DefinitionId == row.DefinitionId).ExecuteDeleteAsync(cancellationToken);
        foreach (var (trigger, ordinal) in triggers.Select((t, i) => (t, i)))
        {
            // A timer that is the same as before keeps its next time: publishing again must not put it off for ever.
            var due = old.Find(o => o.ActivityId == trigger.ActivityId && o.Hash == trigger.Hash)?.DueAt ?? trigger.DueAt;
            db.Triggers.Add(new TriggerRow
            {
                Id = $"{row.Id}-{ordinal}",
                DefinitionId = row.DefinitionId,
                DefinitionVersionId = row.Id,
                ActivityId = trigger.ActivityId,
                Name = trigger.Name,
                Hash = trigger.Hash,
                Payload = BurstRows.Json(trigger.Payload),
                DueAt = due,
                WakeAt = due,
            });
            if (due is { } at)
            {
                db.AfterCommit.Do(() => _timers.NoteDue(at));
            }
        }
    }
}
