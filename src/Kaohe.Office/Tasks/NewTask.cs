using System.Text.Json;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>A task that a flow (or the office) asks for. See <see cref="HumanTask"/> for what each property means.</summary>
public sealed record NewTask
{
    /// <summary>Stable id, derived from the effect that asks.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of work.</summary>
    public required string Kind { get; init; }

    /// <summary>Title in the inbox.</summary>
    public required string Title { get; init; }

    /// <summary>What to do.</summary>
    public string Instructions { get; init; } = string.Empty;

    /// <summary>Whether it decides about something submitted.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Need-to-know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>How pressing.</summary>
    public TaskPriority Priority { get; init; }

    /// <summary>Who asks, if a person does.</summary>
    public PersonRef? Requester { get; init; }

    /// <summary>Who submitted what is decided here.</summary>
    public IReadOnlyList<string> SubmitterIds { get; init; } = [];

    /// <summary>Who may have it.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>The assessed unit it is about.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year.</summary>
    public int? CycleYear { get; init; }

    /// <summary>Kind of the document that it asks to sign, for delegations limited to kinds.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>One of the 11 steps.</summary>
    public string? StepCode { get; init; }

    /// <summary>Deadline as designed.</summary>
    public DeadlineSpec? Deadline { get; init; }

    /// <summary>The day its deadline counts from, when that is not the day it is opened (start of the step).</summary>
    public DateOnly? DeadlineStart { get; init; }

    /// <summary>Reminders and escalation.</summary>
    public ReminderPlan Reminders { get; init; } = ReminderPlan.None;

    /// <summary>Form, if the kind has none of its own.</summary>
    public string? FormId { get; init; }

    /// <summary>Version of the form.</summary>
    public int? FormVersion { get; init; }

    /// <summary>Step of the form.</summary>
    public string? FormStep { get; init; }

    /// <summary>Which earlier tasks it may be sent back to.</summary>
    public ReturnScope ReturnScope { get; init; } = ReturnScope.Any;

    /// <summary>Whether its deadline stands still while it waits for a resubmission; none for the office's policy.</summary>
    public bool? PausesWhileReturned { get; init; }

    /// <summary>What the form shows at first.</summary>
    public JsonElement? Draft { get; init; }

    /// <summary>Ways to finish it; by default 完成, for an approval 同意 and 不同意.</summary>
    public IReadOnlyList<TaskOutcome>? Outcomes { get; init; }

    /// <summary>Workflow instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Execution of the activity that asks.</summary>
    public string? ActivityExecutionId { get; init; }

    /// <summary>Bookmark to resume.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>Round of signatures.</summary>
    public string? RoundId { get; init; }

    /// <summary>Seat in the round.</summary>
    public string? SeatId { get; init; }

    /// <summary>A request for another task like one that exists, for signers added to it; the deadline is computed anew.</summary>
    /// <param name="task">The task.</param>
    public static NewTask Like(HumanTask task) => new()
    {
        Id = task.Id,
        Kind = task.Kind,
        Title = task.Title,
        Instructions = task.Instructions,
        IsApproval = task.IsApproval,
        IsConfidential = task.IsConfidential,
        Priority = task.Priority,
        Requester = task.RequesterId is { } id ? new PersonRef(id, task.RequesterName!) : null,
        SubmitterIds = task.SubmitterIds,
        Candidates = task.Candidates,
        UnitId = task.UnitId,
        CycleYear = task.CycleYear,
        StepCode = task.StepCode,
        Deadline = DeadlineSpec.Parse(task.DeadlineText).Spec,
        Reminders = task.Reminders,
        FormId = task.FormId,
        FormVersion = task.FormVersion,
        FormStep = task.FormStep,
        ReturnScope = task.ReturnScope,
        PausesWhileReturned = task.PausesWhileReturned,
        Outcomes = task.Outcomes,
        InstanceId = task.InstanceId,
        ActivityExecutionId = task.ActivityExecutionId,
        BookmarkId = task.BookmarkId,
    };
}
