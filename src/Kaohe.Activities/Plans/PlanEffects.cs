using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Plans;

/// <summary>Turns items into effects.</summary>
internal sealed class PlanEffects(ActivityExecutionContext context, PlanSettings settings, Plan plan, PlanProgress progress)
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
    public void CloseTasks(string reason) => context.Emit(KaoheEffects.CloseTasks, new CloseTasks
    {
        InstanceId = context.WorkflowInstanceId, ActivityInstanceId = context.Id, Reason = reason,
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
            Outcomes = PlanOutcomes.Of(item),
            IsApproval = item.IsApproval,
            IsConfidential = item.IsConfidential,
            DueAt = due,
            DeadlineText = text,
            DeadlineStart = start,
            Reminders = settings.Reminders,
            EscalationRole = settings.EscalationRole,
            DocumentIds = DocumentsFor(item, carried),
            Data = DataFor(item, carried),
        };
    }

    private DraftDocument Document(PlanItem item, AudienceSpec audience, string code, Carried carried) => new()
    {
        BookmarkId = progress.SignalBookmark,
        Item = code,
        StepCode = settings.StepCode,
        CycleYear = progress.CycleYear,
        TemplateName = item.IsMain && settings.Template.Length > 0 ? settings.Template : item.Template,
        Title = item.Title,
        Audience = audience.IsOnce ? item.Audience ?? progress.Audience : audience,
        IsPerUnit = !audience.IsOnce,
        ReportsOpened = item.Source is null && audience.KnownKeys is null && code == item.Code,
        Data = FieldsFor(item, carried),
        NeedsSignature = item.IsMain ? settings.NeedsSignature : item.IsSigned,
        NeedsReceipts = item.IsMain && settings.NeedsReceipts,
        StopsAtDraft = item.StopsAtDraft,
        DueAt = DeadlineOf(item).Due,
        ReturnReason = carried.ReturnReason,
    };

    private GenerateLetter Letters(PlanItem item, AudienceSpec audience, string code) => new()
    {
        BookmarkId = progress.SignalBookmark,
        Item = code,
        StepCode = settings.StepCode,
        CycleYear = progress.CycleYear,
        TemplateName = item.Template,
        Title = item.Title,
        Audience = audience.IsOnce ? progress.Audience : audience,
        Data = FieldsFor(item, new Carried()),
    };

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
            if (progress.DueAt is not { } latest || due < latest)
            {
                return (due, own, today);
            }
        }

        return (progress.DueAt, progress.DeadlineText, progress.DueAt is null ? null : progress.StartedOn);
    }

    private IReadOnlyList<string> DocumentsFor(PlanItem item, Carried carried)
    {
        if (carried.DocumentId is not null || item.DocumentId is not null)
        {
            return [carried.DocumentId ?? item.DocumentId!];
        }

        // A task that follows no document gets those of its step that were issued so far: the notice it is about.
        return [.. plan.Items.Select(other => progress[other].DocumentId).OfType<string>()];
    }

    private static Dictionary<string, object?>? DataFor(PlanItem item, Carried carried)
    {
        var data = item.Data is null ? [] : new Dictionary<string, object?>(item.Data);
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

    private Dictionary<string, object?> FieldsFor(PlanItem item, Carried carried)
    {
        var data = new Dictionary<string, object?> { ["年度"] = progress.CycleYear };
        foreach (var (name, value) in item.Data ?? new Dictionary<string, object?>())
        {
            data[name] = value;
        }

        foreach (var (name, field) in item.Fields)
        {
            data[name] = field switch
            {
                PlanField.Start => Iso(progress.StartedOn),
                PlanField.Deadline => progress.DueAt is { } due ? Iso(OfficeTime.DateOf(due)) : null,
                _ => Recipients(item.Audience ?? progress.Audience),
            };
        }

        if (carried.Data is not null)
        {
            data["submitted"] = carried.Data;
        }

        return data;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Recipients(AudienceSpec audience) => audience.Kind switch
    {
        AudienceKind.All => "各县（市、区）党委、人民政府，市直各部门（单位）",
        AudienceKind.Counties => "各县（市、区）党委、人民政府",
        AudienceKind.Departments => "市直各部门（单位）",
        _ => null,
    };
}
