using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage;
using Kaohe.Storage.Forms;
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
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(20);

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
        if (RectificationTasks.Moves.ContainsKey(asked.TaskKind) && await IsRecordBehindAsync(context, cancellationToken))
        {
            context.WaitUntil = context.Now + _soon;
            return;
        }

        var opened = new List<CascadeResult>();
        var origins = new Dictionary<string, TaskOrigin>(StringComparer.Ordinal);
        var unknown = await UnknownAsync(context.Db, plan, cancellationToken);
        foreach (var planned in await PapersToSign.WithPapersAsync(context.Db, asked, context.Effect.WorkflowInstanceId, unknown, cancellationToken))
        {
            var result = await OpenAsync(context, desk, planned, cancellationToken);
            opened.Add(result);
            result.Tasks.ToList().ForEach(task => origins.Add(task.Id, planned.Origin));
        }

        await writer.WriteAsync(context.Db, desk, CascadeResult.Of(opened), origins, context.Now, cancellationToken);

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

    // Effects may overtake each other. A task that moves the record on would be refused to whoever takes it before the record is where the flow is.
    // A record that was refused itself is not waited for: it may never come.
    private static Task<bool> IsRecordBehindAsync(EffectContext context, CancellationToken cancellationToken) => context.Db.Outbox.AnyAsync(
        row => row.WorkflowInstanceId == context.Effect.WorkflowInstanceId && row.Kind == KaoheEffects.RecordRectification && row.Status == OutboxStatus.Pending && row.Reason == null, cancellationToken);

    private static async Task<IReadOnlyList<PlannedTask>> UnknownAsync(KaoheDb db, IReadOnlyList<PlannedTask> plan, CancellationToken cancellationToken)
    {
        var ids = plan.Select(planned => planned.Request.Id).ToList();
        var rounds = ids.ConvertAll(SigningSpec.RoundIdOf);
        var known = await db.Tasks.Where(task => ids.Contains(task.Id)).Select(task => task.Id).ToListAsync(cancellationToken);
        var started = await db.SigningRounds.Where(round => rounds.Contains(round.Id)).Select(round => round.Id).ToListAsync(cancellationToken);
        return [.. plan.Where(planned => !known.Contains(planned.Request.Id) && !started.Contains(SigningSpec.RoundIdOf(planned.Request.Id)))];
    }

    private static async Task<CascadeResult> OpenAsync(EffectContext context, TaskDesk desk, PlannedTask planned, CancellationToken cancellationToken)
    {
        var request = await WithFormAsync(context.Db, await WithSubmitterAsync(context.Db, planned, cancellationToken), cancellationToken) with { Draft = await EarlierWork.FindAsync(context.Db, planned, cancellationToken) };
        var cascade = new TaskCascade(desk, new TaskShelf(context.Db), context.Now);
        var opened = planned.Signing is { } signing ? cascade.Start(signing.RoundOf(request, desk.Directory)) : cascade.Open(request);
        if (opened.Problems.Count > 0)
        {
            throw new UndeliverableException($"任务“{request.Title}”不能打开：{string.Join("；", opened.Problems.Select(problem => problem.Message))}");
        }

        return opened with { Tasks = [.. opened.Tasks.Select(task => Adjust(task, planned))] };
    }

    // Whoever completed the task that is decided about is its submitter, also where the flow does not hand the name on.
    private static async Task<NewTask> WithSubmitterAsync(KaoheDb db, PlannedTask planned, CancellationToken cancellationToken) =>
        planned.Request.IsApproval && planned.Origin.SubmittedTaskId is { } id && await TaskStore.FindAsync(db, id, cancellationToken) is { } submitted
            ? planned.Request with
            {
                SubmitterIds = [.. planned.Request.SubmitterIds.Union(new[] { submitted.Task.EndedById, submitted.Task.PrincipalId }.OfType<string>())],
            }
            : planned.Request;

    // A task keeps the version of the form that is published when it is opened.
    private static async Task<NewTask> WithFormAsync(KaoheDb db, NewTask request, CancellationToken cancellationToken) => request.FormId is not { } id ? request
        : await db.PublishedFormAsync(id, cancellationToken) is { } form ? request with { FormVersion = form.Version }
        : throw new UndeliverableException($"任务“{request.Title}”的表单“{id}”没有发布，请先在“表单设计”里发布。");

    // The activity's deadline may have been changed by the office since it was designed.
    private static HumanTask Adjust(HumanTask task, PlannedTask planned)
    {
        var returned = task with { ReturnReason = planned.ReturnReason };
        return returned.DueAt == planned.DueAt ? returned : returned with { DueAt = planned.DueAt, DeadlineText = null, DeadlineStart = null };
    }

    private sealed record Ready(OpenTasks Effect, TaskDesk Desk, IReadOnlyList<PlannedTask> Plan);
}
