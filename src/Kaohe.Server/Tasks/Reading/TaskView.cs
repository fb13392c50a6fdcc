using Kaohe.Office.Calendar;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Reading;

/// <summary>A task as one person sees it: only what <see cref="TaskAccess"/> shows.</summary>
public sealed record TaskView
{
    /// <summary>The task; content is left out where the person may not read it.</summary>
    public required HumanTask Task { get; init; }

    /// <summary>What the person may do.</summary>
    public required TaskRights Rights { get; init; }

    /// <summary>In whose place the person would claim it.</summary>
    public string? ClaimsFor { get; init; }

    /// <summary>What it came with; nothing when the person may not read it.</summary>
    public required TaskOrigin Origin { get; init; }

    /// <summary>How much time is left.</summary>
    public required RemainingTime Left { get; init; }

    /// <summary>Short name of the unit; null when it is about none.</summary>
    public string? UnitName { get; init; }

    /// <summary>Name of the step; null outside of one.</summary>
    public string? StepName { get; init; }

    /// <summary>History, oldest first; only the heads of the lines when the person may not read the content.</summary>
    public IReadOnlyList<TaskEvent> History { get; init; } = [];

    /// <summary>Files on it.</summary>
    public IReadOnlyList<TaskFile> Files { get; init; } = [];

    /// <summary>The form to fill in, or as it was submitted; null when the kind has none or the person may not read it.</summary>
    public TaskForm? Form { get; init; }

    /// <summary>What the form is shown with.</summary>
    public FormContext? FormContext { get; init; }

    /// <summary>The work that this task decides about: kind, form and files; null when there is none.</summary>
    public SubmittedWork? Submitted { get; init; }

    /// <summary>Earlier tasks that it may be sent back to.</summary>
    public IReadOnlyList<HumanTask> ReturnTargets { get; init; } = [];

    /// <summary>The round of signatures it belongs to; null when it has none or the person may not read it.</summary>
    public SigningRound? Round { get; init; }

    /// <summary>The signers of the round.</summary>
    public IReadOnlyList<SignerLine> Signers { get; init; } = [];

    /// <summary>Whether the person has all of some rights.</summary>
    public bool May(TaskRights rights) => (Rights & rights) == rights;
}

/// <summary>A file on a task.</summary>
/// <param name="Id">Attachment id.</param>
/// <param name="Name">Name.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ByName">Who uploaded it.</param>
/// <param name="At">When.</param>
public sealed record TaskFile(string Id, string Name, string ContentType, long Size, string ByName, DateTimeOffset At);

/// <summary>What was submitted in the task before.</summary>
/// <param name="TaskId">That task.</param>
/// <param name="Title">Its title.</param>
/// <param name="ByName">Who submitted it.</param>
/// <param name="At">When.</param>
/// <param name="Form">What was submitted; null when its kind has no form.</param>
/// <param name="FormContext">What the form is shown with.</param>
/// <param name="Files">Files on it.</param>
public sealed record SubmittedWork(string TaskId, string Title, string? ByName, DateTimeOffset? At, TaskForm? Form, FormContext? FormContext, IReadOnlyList<TaskFile> Files);
