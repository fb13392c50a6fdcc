using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Plans;

/// <summary>Turns items into effects: tasks, periods and what follows from the office's acts.</summary>
internal sealed partial class PlanEffects(ActivityExecutionContext context, PlanSettings settings, Plan plan, PlanProgress progress)
{
    /// <summary>Asks for an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="audience">The whole audience, or one unit.</param>
    /// <param name="round">How often it was done again.</param>
    /// <param name="carried">What the item before brought.</param>
    public void Ask(PlanItem item, AudienceSpec audience, int round, Carried carried)
    {
        var code = ItemCode.Of(item.Code, round);
        switch (item.Kind)
        {
            case PlanItemKind.Tasks:
                context.Emit(KaoheEffects.OpenTasks, Tasks(item, audience, code, carried));
                break;
            case PlanItemKind.Document:
                context.Emit(KaoheEffects.DraftDocument, Document(item, audience, code, carried));
                break;
            case PlanItemKind.Letters:
                context.Emit(KaoheEffects.GenerateLetter, Letters(item, audience, code));
                break;
            case PlanItemKind.Issue:
                context.Emit(KaoheEffects.IssueDocument, new IssueDocument
                {
                    BookmarkId = progress.SignalBookmark, Item = code, DocumentId = item.DocumentId ?? "", Audience = progress.Audience,
                });
                break;
            case PlanItemKind.Scores:
                context.Emit(KaoheEffects.ComputeScores, new ComputeScores(progress.SignalBookmark, code, progress.CycleYear));
                break;
            case PlanItemKind.Proposal:
                context.Emit(KaoheEffects.ProposeGrades, new ProposeGrades(progress.SignalBookmark, code, progress.CycleYear));
                break;
            case PlanItemKind.Grades:
                context.Emit(KaoheEffects.ApplyGrades, new ApplyGrades(progress.SignalBookmark, code, progress.CycleYear, carried.Data, carried.By ?? ""));
                break;
            default:
                Wait(item);
                break;
        }
    }

    /// <summary>Asks the drafter to mend a document that was sent back; its completion asks for the document again.</summary>
    public void AskForRevision(PlanItem item, AudienceSpec audience, int round, Carried carried)
    {
        var revision = item with
        {
            Kind = PlanItemKind.Tasks,
            TaskKind = TaskKinds.DocumentRevision,
            Title = $"修改{item.Title}",
            Instructions = "签发人退回了这份公文。请按意见修改后重新提交。",
            Role = Office.People.Role.Office.Code,
            Outcomes = [Office.Tasks.TaskOutcome.Done],
            Data = null,
        };
        context.Emit(KaoheEffects.OpenTasks, Tasks(revision, audience, ItemCode.Of(item.Code, round), carried with { ReturnReason = carried.Comment }));
    }

    /// <summary>Asks for the end of what is still open.</summary>
    public void CloseTasks(string reason, string? item = null, IReadOnlyList<string>? keys = null) => context.Emit(KaoheEffects.CloseTasks, new CloseTasks
    {
        InstanceId = context.WorkflowInstanceId, ActivityInstanceId = context.Id, Item = item, Keys = keys, Reason = reason,
    });

    /// <summary>Asks for another last day of what is still open.</summary>
    public void ChangeDeadline(DateTimeOffset dueAt, string reason, string by) => context.Emit(KaoheEffects.ChangeDeadline, new ChangeDeadline
    {
        InstanceId = context.WorkflowInstanceId, ActivityInstanceId = context.Id, DueAt = dueAt, Reason = reason, By = by,
    });

    private OpenTasks Tasks(PlanItem item, AudienceSpec audience, string code, Carried carried)
    {
        var (due, text, start) = DeadlineOf(item);
        return new OpenTasks
        {
            BookmarkId = progress.SignalBookmark,
            Item = code,
            StepCode = settings.StepCode,
            CycleYear = progress.CycleYear,
            Audience = audience,
            ReportsOpened = item.Source is null && audience.KnownKeys is null && code == item.Code,
            TaskKind = item.TaskKind,
            Title = item.Title,
            Instructions = item.Instructions,
            Role = item.Role ?? settings.Role,
            PostOrPerson = item.Post,
            FormId = item.FormId,
            Handling = item.Handling ?? (settings.PausesWhileReturned is null ? null : new TaskHandling { PausesWhileReturned = settings.PausesWhileReturned }),
            Outcomes = PlanOutcomes.Of(item),
            IsApproval = item.IsApproval,
            IsConfidential = item.IsConfidential,
            DueAt = due,
            DueByKey = DueByKey(item, audience, due),
            DeadlineText = text,
            DeadlineStart = start,
            Reminders = settings.Reminders,
            EscalationRole = settings.EscalationRole,
            DocumentIds = DocumentsFor(item, carried),
            Data = DataFor(item, audience, carried),
        };
    }

    private void Wait(PlanItem item)
    {
        var text = item.Period is null ? item.Deadline : context.Get(item.Period);
        var until = Deadlines.MorningAfter(Deadlines.Resolve(text, OfficeTime.DateOf(context.Now), item.Title));
        context.CreateBookmark(
            new Dictionary<string, object?> { ["Until"] = until }, callback: PlannedActivity.ResumeMethod, dueAt: until, metadata: new Dictionary<string, string> { ["item"] = item.Code });
    }

    private (DateTimeOffset? Due, string Text, DateOnly? Start) DeadlineOf(PlanItem item)
    {
        if (item.Deadline is { } own && item.Kind != PlanItemKind.Wait)
        {
            var today = OfficeTime.DateOf(context.Now);
            var due = Deadlines.Resolve(own, today, item.Title);
            if ((progress.UnitsDueAt ?? progress.DueAt) is not { } latest || due < latest)
            {
                return (due, own, today);
            }
        }

        if (progress.UnitsDueAt is { } units)
        {
            return item.IsAfterwards ? (progress.DueAt, progress.AfterwardsText, OfficeTime.DateOf(units)) : (units, progress.DeadlineText, progress.StartedOn);
        }

        return (progress.DueAt, progress.DeadlineText, progress.DueAt is null ? null : progress.StartedOn);
    }

    private Dictionary<string, DateTimeOffset>? DueByKey(PlanItem item, AudienceSpec audience, DateTimeOffset? due)
    {
        if (progress.DueAt is not { } step || due is not { } latest || !audience.IsPerUnit || audience.Kind == AudienceKind.Certifiers)
        {
            return null;
        }

        var today = OfficeTime.DateOf(context.Now);
        var own = progress.LastDays.Where(day => audience.UnitIds?.Contains(day.Key) != false)
            .Select(day => (day.Key, Due: Deadlines.OfUnit(day.Value, progress.DeadlineText, step, today, item.Title)))
            .ToDictionary(day => day.Key, day => latest < step && latest < day.Due ? latest : day.Due, StringComparer.Ordinal);
        return own.Count == 0 ? null : own;
    }

    private IReadOnlyList<string> DocumentsFor(PlanItem item, Carried carried)
    {
        if (carried.DocumentId is not null || item.DocumentId is not null)
        {
            return [carried.DocumentId ?? item.DocumentId!];
        }

        // A receipt is about its own document, whatever else the step has on file by then.
        if (item.After is { } after && plan.Find(after) is { } signedFor && progress[signedFor].DocumentId is { } own)
        {
            return [own];
        }

        // A task that follows no document gets those of its step that were issued so far: the notice it is about.
        return [.. plan.Items.Select(other => progress[other].DocumentId).OfType<string>()];
    }

    private Dictionary<string, object?>? DataFor(PlanItem item, AudienceSpec audience, Carried carried)
    {
        var data = item.Data is null ? [] : new Dictionary<string, object?>(item.Data);

        // What is done once for the whole step is done for the units of the step, and for no others.
        Put(FlowInputs.Concerned, audience.IsOnce && progress.Audience is { IsPerUnit: true, Kind: not AudienceKind.All } ? progress.Audience.ToString() : null);
        Put(item.Code == Plan.MissingReasons ? "missing" : "submitted", item.Code == Plan.MissingReasons ? carried.Data?.GetValueOrDefault("missing") : carried.Data);
        Put("submittedTaskId", carried.TaskId);
        Put("submittedBy", carried.By);
        Put("returnReason", carried.ReturnReason);
        return data.Count == 0 ? null : data;

        void Put(string name, object? value)
        {
            if (value is not null)
            {
                data[name] = value;
            }
        }
    }
}
