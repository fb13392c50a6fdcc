using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Activities.Plans;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Opening;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Acting;

/// <summary>
/// 签发 as a task: a document that waits for its signer is a task of kind <see cref="TaskKinds.SignOff"/> in the signer's inbox, with deadline, reminders and
/// escalation like any other. It ends with the document's decision, wherever that was made.
/// </summary>
/// <param name="writer">Stores tasks with what follows from them.</param>
/// <param name="calendar">Working days.</param>
public sealed class SignTasks(TaskWriter writer, IOfficeCalendar calendar)
{
    private const string UsualTime = "3个工作日";
    private const string Sha256 = "sha256";

    private static readonly TaskOutcome _signed = new("signed", "签发");

    private static readonly ReminderPlan _reminders = new()
    {
        Reminders = [new ReminderStep(1, new TimeOnly(9, 0)), new ReminderStep(0, new TimeOnly(9, 0))],
        Escalations = [new EscalationStep(1, new TimeOnly(9, 0), EscalationTarget.Role, Role.Office.Code)],
    };

    /// <summary>The hash of the file that a task asks to sign; null for a task that no document opened.</summary>
    public static string? FileOf(TaskOrigin origin) =>
        origin.Given is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(Sha256, out var hash) ? hash.GetString() : null;

    /// <summary>Opens or ends the task when the document has begun or ceased to wait for its signer.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People.</param>
    /// <param name="row">The document's row.</param>
    /// <param name="before">Where it stood.</param>
    /// <param name="result">What the command made of it.</param>
    /// <param name="actor">Who acted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FollowAsync(KaoheDb db, DocumentDesk desk, DocumentRow row, DocumentState before, DocumentResult result, Actor actor, CancellationToken cancellationToken)
    {
        var after = result.Document;
        var tasks = new TaskDesk(desk.Directory, desk.Delegations, calendar.Current, TaskPolicy.Default);
        if (before != DocumentState.Signing && after.State == DocumentState.Signing)
        {
            await OpenAsync(db, tasks, row, after, result.Events[^1].At, cancellationToken);
        }
        else if (before == DocumentState.Signing && after.State != DocumentState.Signing)
        {
            await EndAsync(db, tasks, row.Id, result.Events[^1], actor, cancellationToken);
        }
    }

    private async Task OpenAsync(KaoheDb db, TaskDesk desk, DocumentRow row, OfficialDocument document, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // A flow that asks for the signature itself has its own task for it.
        if (await LiveAsync(db, row.Id, cancellationToken) is not null)
        {
            return;
        }

        var request = new NewTask
        {
            Id = TaskPlanner.IdOf($"document:{row.Id}:{document.Revision}", "sign"),
            Kind = TaskKinds.SignOff,
            Title = $"签发：{document.Title}",
            Instructions = "读完原文，输入本人签名口令签发；不同意的写明意见退回。",
            IsConfidential = document.IsConfidential,
            Candidates = document.Signers,
            UnitId = document.UnitId,
            CycleYear = document.CycleYear,
            StepCode = document.StepCode,
            DocumentKind = document.Kind,
            Deadline = DeadlineSpec.Parse(UsualTime).Spec,
            DeadlineStart = OfficeTime.DateOf(at),
            Reminders = _reminders,
            Outcomes = [_signed, PlanOutcomes.Return],
            InstanceId = row.InstanceId,
            ActivityExecutionId = row.ActivityExecutionId,
        };
        var origin = new TaskOrigin { DocumentIds = [row.Id], Given = JsonSerializer.SerializeToElement(new Dictionary<string, string> { [Sha256] = document.Current.File.Sha256 }, OfficeJson.Options) };
        var opened = new TaskCascade(desk, new TaskShelf(db), at).Open(request);

        // The document's own mail tells the signer, with the paper on it; a document that cannot be given to anybody still waits on the page 签发.
        if (opened.Problems.Count == 0)
        {
            var adjusted = opened with { Outward = [], Tasks = [.. opened.Tasks.Select(task => NotLaterThan(task, row.DueAt, at))] };
            await writer.WriteAsync(db, desk, adjusted, new Dictionary<string, TaskOrigin> { [request.Id] = origin }, at, cancellationToken);
        }
    }

    // A signature has its usual time, but not longer than the step that waits for it.
    private static HumanTask NotLaterThan(HumanTask task, DateTimeOffset? step, DateTimeOffset at) =>
        step is { } due && due > at && due < task.DueAt ? task with { DueAt = due, DeadlineText = null, DeadlineStart = null } : task;

    // Whoever decided has done the task; where another one has it in hand it is closed, saying who decided.
    private async Task EndAsync(KaoheDb db, TaskDesk desk, string documentId, DocumentEvent decided, Actor actor, CancellationToken cancellationToken)
    {
        if (await LiveAsync(db, documentId, cancellationToken) is not { } task || task.BookmarkId is not null)
        {
            return;
        }

        var outcome = decided.Kind switch
        {
            DocumentEventKind.Signed => _signed.Code,
            DocumentEventKind.Returned => PlanOutcomes.Return.Code,
            _ => null,
        };
        var operation = $"document:{documentId}:{decided.Sequence}";
        if (outcome is not null && await MineAsync(db, desk, task, actor, operation, decided.At, cancellationToken) is { } mine)
        {
            var complete = new CompleteTask { OperationId = operation, Actor = actor, At = decided.At, OutcomeCode = outcome, Opinion = decided.Detail };
            if (await RunAsync(db, desk, mine, complete, cancellationToken))
            {
                return;
            }
        }

        var close = new CloseTask { OperationId = operation + ":close", Actor = Actor.System, At = decided.At, Reason = $"{decided.ActorName}已{decided.Verb}" };
        await RunAsync(db, desk, task, close, cancellationToken);
    }

    private async Task<HumanTask?> MineAsync(KaoheDb db, TaskDesk desk, HumanTask task, Actor actor, string operation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var rights = TaskAccess.Of(task, actor).Rights;
        if (rights.HasFlag(TaskRights.Act))
        {
            return task;
        }

        return rights.HasFlag(TaskRights.Claim) && await RunAsync(db, desk, task, new ClaimTask { OperationId = operation + ":claim", Actor = actor, At = at }, cancellationToken)
            ? (await TaskStore.FindAsync(db, task.Id, cancellationToken))!.Task
            : null;
    }

    private async Task<bool> RunAsync(KaoheDb db, TaskDesk desk, HumanTask task, TaskCommand command, CancellationToken cancellationToken)
    {
        var result = new TaskCascade(desk, new TaskShelf(db), command.At).Run(task, command with { ExpectedRevision = task.Revision });
        if (result.Problems.Count > 0)
        {
            return false;
        }

        await writer.WriteAsync(db, desk, result, origins: null, command.At, cancellationToken);
        return true;
    }

    private static async Task<HumanTask?> LiveAsync(KaoheDb db, string documentId, CancellationToken cancellationToken)
    {
        var rows = await db.Tasks.Where(row => row.IsLive && row.Kind == TaskKinds.SignOff && row.DocumentIds != null && row.DocumentIds.Contains(documentId)).ToListAsync(cancellationToken);
        return rows.Select(TaskStore.Of).Where(stored => stored.Origin.DocumentIds.Contains(documentId)).Select(stored => stored.Task).FirstOrDefault();
    }
}
