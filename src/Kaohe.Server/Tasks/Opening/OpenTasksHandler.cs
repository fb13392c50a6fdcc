using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>Opens the tasks of an effect, all of them in one transaction, and tells the activity their keys.</summary>
/// <param name="audiences">Units and teams.</param>
/// <param name="desks">People and calendar.</param>
/// <param name="writer">Stores tasks with what follows from them.</param>
/// <param name="outbox">Takes the answer.</param>
internal sealed class OpenTasksHandler(IAudienceDirectory audiences, TaskDesks desks, TaskWriter writer, OutboxWriter outbox) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var asked = effect.Payload<OpenTasks>();
        var desk = await desks.OpenAsync(cancellationToken);
        var book = await audiences.ForYearAsync(asked.CycleYear, cancellationToken);
        return new Ready(asked, desk, new TaskPlanner(book, desk.Directory).Plan(effect, asked));
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var (asked, desk, plan) = (Ready)context.Prepared!;
        var ids = plan.Select(planned => planned.Request.Id).ToList();
        var known = await context.Db.Tasks.Where(task => ids.Contains(task.Id)).Select(task => task.Id).ToListAsync(cancellationToken);
        foreach (var planned in plan.Where(planned => !known.Contains(planned.Request.Id)))
        {
            await OpenAsync(context, desk, planned, cancellationToken);
        }

        if (context.Effect.WorkflowInstanceId is { } instance)
        {
            await outbox.EnqueueAsync(
                context.Db,
                new OutboxRequest
                {
                    Key = $"{context.Effect.Key}:opened",
                    Kind = RuntimeEffectKinds.Resume,
                    WorkflowInstanceId = instance,
                    Payload = new ResumeEffect(instance, asked.BookmarkId, TaskSignals.Opened(asked.Item, plan.Select(planned => planned.Key))),
                },
                cancellationToken);
        }
    }

    private async Task OpenAsync(EffectContext context, TaskDesk desk, PlannedTask planned, CancellationToken cancellationToken)
    {
        var request = planned.Request with { Draft = await EarlierWork.FindAsync(context.Db, planned, cancellationToken) };
        var opened = new TaskCascade(desk, new TaskShelf(context.Db), context.Now).Open(request);
        if (opened.Problems.Count > 0)
        {
            throw new UndeliverableException($"任务“{request.Title}”不能打开：{string.Join("；", opened.Problems.Select(problem => problem.Message))}");
        }

        var adjusted = opened with { Tasks = [.. opened.Tasks.Select(task => Adjust(task, planned))] };
        await writer.WriteAsync(context.Db, desk, adjusted, new Dictionary<string, TaskOrigin> { [request.Id] = planned.Origin }, context.Now, cancellationToken);
    }

    // The activity's deadline may have been changed by the office since it was designed.
    private static HumanTask Adjust(HumanTask task, PlannedTask planned)
    {
        var returned = task with { ReturnReason = planned.ReturnReason };
        return returned.DueAt == planned.DueAt ? returned : returned with { DueAt = planned.DueAt, DeadlineText = null, DeadlineStart = null };
    }

    private sealed record Ready(OpenTasks Effect, TaskDesk Desk, IReadOnlyList<PlannedTask> Plan);
}
