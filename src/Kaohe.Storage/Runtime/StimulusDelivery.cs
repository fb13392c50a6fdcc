using Kaohe.Storage.Definitions;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Runtime;

/// <summary>Finds whom a stimulus concerns, and hands work to the outbox when it should happen after the commit at hand.</summary>
internal sealed class StimulusDelivery(
    IDbContextFactory<KaoheDb> databases, OutboxWriter outbox, IChangeFeed feed, TimeProvider clock, IOptions<OutboxOptions> options)
{
    /// <summary>Triggers and bookmarks that the stimulus matches now.</summary>
    public async Task<StimulusTargets> FindAsync(TriggerRequest request, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, request, cancellationToken);
    }

    /// <inheritdoc cref="FindAsync(TriggerRequest, CancellationToken)" />
    public static async Task<StimulusTargets> FindAsync(KaoheDb db, TriggerRequest request, CancellationToken cancellationToken)
    {
        var triggers = request.WorkflowInstanceId is null && request.BookmarkId is null
            ? await db.Triggers.AsNoTracking().Where(t => t.Hash == request.Hash).OrderBy(t => t.Id).ToListAsync(cancellationToken)
            : [];
        var bookmarks = db.Bookmarks.Where(b => b.Hash == request.Hash);
        bookmarks = request.WorkflowInstanceId is null ? bookmarks : bookmarks.Where(b => b.WorkflowInstanceId == request.WorkflowInstanceId);
        bookmarks = request.BookmarkId is null ? bookmarks : bookmarks.Where(b => b.Id == request.BookmarkId);
        bookmarks = request.CorrelationId is null ? bookmarks : bookmarks.Where(b => b.CorrelationId == request.CorrelationId);
        var waiting = await bookmarks.OrderBy(b => b.CreatedAt).ThenBy(b => b.Id).Select(b => new { b.WorkflowInstanceId, b.Id }).ToListAsync(cancellationToken);
        return new StimulusTargets(triggers, waiting.ConvertAll(b => (b.WorkflowInstanceId, b.Id)));
    }

    /// <summary>The start that a stimulus asks of a trigger.</summary>
    public static StartRequest Start(TriggerRow trigger, TriggerRequest request, string key) => new()
    {
        VersionId = trigger.DefinitionVersionId,
        InstanceId = $"{key}-{trigger.Id}",
        Input = request.Input,
        CorrelationId = request.CorrelationId,
        TriggerActivityId = trigger.ActivityId,
    };

    /// <summary>Keeps a stimulus that nobody waits for yet.</summary>
    public async Task<bool> QueueAsync(KaoheDb db, TriggerRequest request, string key, CancellationToken cancellationToken)
    {
        await outbox.EnqueueAsync(
            db,
            new OutboxRequest
            {
                Key = $"{key}-queued",
                Kind = RuntimeEffectKinds.Stimulus,
                WorkflowInstanceId = request.WorkflowInstanceId,
                Payload = new StimulusEffect(request.Hash, request.CorrelationId, request.WorkflowInstanceId, request.BookmarkId, request.Input),
                ExpiresAt = clock.GetUtcNow() + options.Value.StimulusTimeToLive,
                MatchHash = request.Hash,
            },
            cancellationToken);
        return true;
    }

    /// <summary>Starts and resumes, each in a transaction of its own after this one.</summary>
    public async Task FanOutAsync(KaoheDb db, StimulusTargets targets, TriggerRequest request, string key, CancellationToken cancellationToken)
    {
        foreach (var trigger in targets.Triggers)
        {
            var start = Start(trigger, request, key);
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest
                {
                    Key = $"{key}-start-{trigger.Id}",
                    Kind = RuntimeEffectKinds.Start,
                    Payload = new StartEffect(start.InstanceId, trigger.DefinitionVersionId, request.Input, request.CorrelationId, trigger.ActivityId),
                },
                cancellationToken);
        }

        foreach (var (instanceId, bookmarkId) in targets.Bookmarks)
        {
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest
                {
                    Key = $"{key}-resume-{bookmarkId}",
                    Kind = RuntimeEffectKinds.Resume,
                    WorkflowInstanceId = instanceId,
                    Payload = new ResumeEffect(instanceId, bookmarkId, request.Input),
                },
                cancellationToken);
        }
    }

    /// <summary>Has the running children of a cancelled instance cancelled too.</summary>
    public async Task CancelChildrenAsync(KaoheDb db, string instanceId, string? reason, CancellationToken cancellationToken)
    {
        var children = await db.WorkflowInstances.Where(i => i.ParentInstanceId == instanceId && i.Status == WorkflowStatus.Running)
            .Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (var child in children)
        {
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest { Key = $"{child}-cancel", Kind = RuntimeEffectKinds.Cancel, WorkflowInstanceId = child, Payload = new CancelEffect(child, reason) },
                cancellationToken);
        }
    }

    public void TellInstance(KaoheDb db, string instanceId) => feed.PublishAfterCommit(db, ChangeTopics.Instance, instanceId);
}

/// <summary>Whom a stimulus concerns.</summary>
internal sealed record StimulusTargets(IReadOnlyList<TriggerRow> Triggers, IReadOnlyList<(string InstanceId, string BookmarkId)> Bookmarks)
{
    public bool IsEmpty => Triggers.Count == 0 && Bookmarks.Count == 0;
}
