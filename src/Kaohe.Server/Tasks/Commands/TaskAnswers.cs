using System.Text.Json;
using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Storage.Tasks;
using Kaohe.Workflows.Values;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>Tells a flow that a task of its has ended: an outbox row in the transaction that ends it.</summary>
/// <param name="outbox">Takes it.</param>
public sealed class TaskAnswers(OutboxWriter outbox)
{
    /// <summary>Puts the answer into the outbox when the effect is one for the flow, and somebody waits for it.</summary>
    /// <param name="db">The mutation's context; the ended task is in it.</param>
    /// <param name="effect">What follows from the task.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EnqueueAsync(KaoheDb db, OutwardEffect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (outcome, data) = effect.FollowUp switch
        {
            ResumeWorkflow resume => (resume.OutcomeCode, resume.Data),
            UpdateWorkflowOutput update => (update.OutcomeCode, update.Data),
            _ => (string.Empty, (JsonElement?)null),
        };
        if (outcome.Length == 0 || await EndedAsync(db, effect.TaskId, cancellationToken) is not { Task: { InstanceId: { } instance, BookmarkId: { } bookmark } task } stored)
        {
            return;
        }

        var key = $"task:{effect.TaskId}:{task.Version}:{effect.FollowUp.GetType().Name}";
        var request = effect.FollowUp is ResumeWorkflow
            ? new OutboxRequest { Key = key, Kind = RuntimeEffectKinds.Resume, WorkflowInstanceId = instance, Payload = new ResumeEffect(instance, bookmark, Signal(task, stored.Origin, outcome, data)) }
            : await RevisedAsync(db, key, instance, task, outcome, data, cancellationToken);
        if (request is not null)
        {
            await outbox.EnqueueAsync(db, request, cancellationToken);
        }
    }

    // The flow has gone on: what it kept of the first submission is replaced, where it is kept.
    private static async Task<OutboxRequest?> RevisedAsync(
        KaoheDb db, string key, string instance, HumanTask task, string outcome, JsonElement? data, CancellationToken cancellationToken)
    {
        var node = await db.ActivityExecutions.AsNoTracking().Where(execution => execution.Id == task.ActivityExecutionId).Select(execution => execution.ActivityNodeId).FirstOrDefaultAsync(cancellationToken);
        return node is null ? null : new OutboxRequest
        {
            Key = key,
            Kind = RuntimeEffectKinds.Revise,
            WorkflowInstanceId = instance,
            Payload = new ReviseEffect(instance, node, TaskSignals.Outputs(task.Id, outcome, Plain(data), task.EndedById, task.Opinion)),
        };
    }

    private static IReadOnlyDictionary<string, object?> Signal(HumanTask task, TaskOrigin origin, string outcome, JsonElement? data)
    {
        var item = origin.Item ?? string.Empty;
        var key = origin.ItemKey ?? AudienceSpec.OnceKey;
        return outcome == TaskOutcome.ClosedByOffice.Code
            ? TaskSignals.Closed(item, key, task.Id, task.Opinion ?? string.Empty, task.EndedById)
            : TaskSignals.Completed(item, key, task.Id, outcome, Plain(data), task.EndedById, task.Opinion);
    }

    private static Dictionary<string, object?>? Plain(JsonElement? data) => data switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => new Dictionary<string, object?> { ["answers"] = PlainValue.FromJson(list) },
        { } some => PlainValue.FromJson(some) as Dictionary<string, object?>,
    };

    // The end of a round of signatures speaks for the task that its last signer ended.
    private static async Task<StoredTask?> EndedAsync(KaoheDb db, string id, CancellationToken cancellationToken)
    {
        if (await TaskStore.FindAsync(db, id, cancellationToken) is { } task)
        {
            return task;
        }

        var round = await TaskStore.FindRoundAsync(db, id, cancellationToken);
        return round?.Seats.Where(seat => seat.AnswerNumber is not null).MaxBy(seat => seat.AnswerNumber)?.TaskId is { } last
            ? await TaskStore.FindAsync(db, last, cancellationToken)
            : null;
    }
}
