using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>
/// Work for a person with a deadline. Immutable; every change goes through a command of <see cref="TaskDesk"/>.
/// Flat where lists are queried (assignee, candidates, state, due, urgency, unit, step, cycle, title).
/// </summary>
public sealed record HumanTask
{
    /// <summary>Stable id; derived from the effect that asked for the task, so that asking twice opens one.</summary>
    public required string Id { get; init; }

    /// <summary>Counts changes of who may act and of what is asked; commands name the one their page showed.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>Counts every change, comments and urging included; the storage's concurrency token.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; }

    /// <summary>Kind of work, which chooses the page and form, e.g. <c>HumanTask</c>, <c>Approval</c>, <c>SelfAssessment.Report</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Short title in the inbox.</summary>
    public required string Title { get; init; }

    /// <summary>What to do, in a sentence or two.</summary>
    public string Instructions { get; init; } = string.Empty;

    /// <summary>Whether it decides about something submitted: then no submitter may have it.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Need-to-know: only those concerned read its content, not even the office at large.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>How pressing it is.</summary>
    public TaskPriority Priority { get; init; }

    /// <summary>Who asked for it, if a person did.</summary>
    public string? RequesterId { get; init; }

    /// <summary>Name of who asked for it.</summary>
    public string? RequesterName { get; init; }

    /// <summary>Who submitted what is decided here.</summary>
    public IReadOnlyList<string> SubmitterIds { get; init; } = [];

    /// <summary>Who may claim it.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Who has it.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Name of who has it.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>代理: in whose place the assignee has it.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>Name of <see cref="PrincipalId"/>.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>委派: who lent it and gets it back.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Name of <see cref="OwnerId"/>.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Everybody who has had it in hand; they may still read it.</summary>
    public IReadOnlyList<string> ParticipantIds { get; init; } = [];

    /// <summary>抄送: who may read it.</summary>
    public IReadOnlyList<string> CopiedToIds { get; init; } = [];

    /// <summary>The assessed unit it is about (on the board); says nothing about who may read it.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year.</summary>
    public int? CycleYear { get; init; }

    /// <summary>Kind of the document that it asks to sign; null for other tasks.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>One of the 11 steps, or none.</summary>
    public string? StepCode { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the present assignee got it.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>Deadline; none means without limit.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The deadline as designed, e.g. <c>10个工作日</c>, to compute it again when a calendar changes; none once set by hand.</summary>
    public string? DeadlineText { get; init; }

    /// <summary>The day <see cref="DeadlineText"/> counts from.</summary>
    public DateOnly? DeadlineStart { get; init; }

    /// <summary>Since when it is suspended.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>Times it was urged, newest last; at most the last 20.</summary>
    public IReadOnlyList<DateTimeOffset> UrgedAt { get; init; } = [];

    /// <summary>Form of the task, or none when its kind has its own page.</summary>
    public string? FormId { get; init; }

    /// <summary>Version of the form that this task keeps.</summary>
    public int? FormVersion { get; init; }

    /// <summary>Which step of the form this task is, for the rights on its fields; none for a form without steps.</summary>
    public string? FormStep { get; init; }

    /// <summary>What is filled in but not submitted; the assignee's alone.</summary>
    public JsonElement? Draft { get; init; }

    /// <summary>What was submitted.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Ways to finish it.</summary>
    public IReadOnlyList<TaskOutcome> Outcomes { get; init; } = [TaskOutcome.Done];

    /// <summary>Code of the outcome it was finished with.</summary>
    public string? OutcomeCode { get; init; }

    /// <summary>Opinion or reason given with the outcome.</summary>
    public string? Opinion { get; init; }

    /// <summary>When it was completed or closed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was completed the first time; later submissions of the same work do not change what came after it.</summary>
    public DateTimeOffset? FirstCompletedAt { get; init; }

    /// <summary>Who completed or closed it.</summary>
    public string? EndedById { get; init; }

    /// <summary>Name of who completed or closed it.</summary>
    public string? EndedByName { get; init; }

    /// <summary>Workflow instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Execution of the activity that asked for it.</summary>
    public string? ActivityExecutionId { get; init; }

    /// <summary>Bookmark that its completion resumes.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>Round of signatures it belongs to.</summary>
    public string? RoundId { get; init; }

    /// <summary>Seat in that round.</summary>
    public string? SeatId { get; init; }

    /// <summary>Tasks that wait for this one to be submitted again.</summary>
    public IReadOnlyList<string> ResubmitToIds { get; init; } = [];

    /// <summary>Which earlier tasks it may be sent back to.</summary>
    public ReturnScope ReturnScope { get; init; } = ReturnScope.Any;

    /// <summary>Whether its deadline stands still while it waits for a resubmission; none for the office's policy.</summary>
    public bool? PausesWhileReturned { get; init; }

    /// <summary>Why it was sent back to its person, while it is being done again.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>When to remind before the deadline and whom to tell after it.</summary>
    public ReminderPlan Reminders { get; init; } = ReminderPlan.None;

    /// <summary>The last commands applied, so that a retry does nothing twice.</summary>
    public IReadOnlyList<AppliedOperation> Operations { get; init; } = [];

    /// <summary>Whether it still waits for somebody.</summary>
    [JsonIgnore]
    public bool IsLive => State is TaskState.Waiting or TaskState.Open or TaskState.Assigned or TaskState.Delegated or TaskState.Suspended;

    /// <summary>What a delegation must cover to reach it.</summary>
    [JsonIgnore]
    public WorkScope Scope => WorkScope.OfTask(StepCode, Kind, DocumentKind);

    /// <summary>Label of the outcome it was finished with.</summary>
    [JsonIgnore]
    public string? OutcomeLabel => Outcomes.Append(TaskOutcome.ClosedByOffice).FirstOrDefault(outcome => outcome.Code == OutcomeCode)?.Label;
}
