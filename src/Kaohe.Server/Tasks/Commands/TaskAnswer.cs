using Kaohe.Office;
using Kaohe.Office.Tasks;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>How a command went.</summary>
public enum TaskAnswerKind
{
    /// <summary>It is in effect.</summary>
    Done,

    /// <summary>There is no such task, or the person may not know of it; both are answered alike.</summary>
    NotFound,

    /// <summary>The person may see the task but not do this.</summary>
    Forbidden,

    /// <summary>Somebody was faster, or the page is out of date.</summary>
    Conflict,

    /// <summary>What was sent is not right.</summary>
    Invalid,
}

/// <summary>Answer to a command, for pages and programs alike.</summary>
/// <param name="Kind">How it went.</param>
/// <param name="Task">The task after it; null unless done.</param>
/// <param name="Problems">All problems, in Chinese; empty when done.</param>
/// <param name="IsRepeat">The same operation was applied before; nothing new was done.</param>
public sealed record TaskAnswer(TaskAnswerKind Kind, HumanTask? Task, IReadOnlyList<Problem> Problems, bool IsRepeat = false)
{
    /// <summary>The answer about a task that there is not.</summary>
    public static TaskAnswer NotFound { get; } = new(
        TaskAnswerKind.NotFound, null, [new Problem("TaskMustBeVisible", string.Empty, "没有这个任务，或者您无权查看。")]);

    /// <summary>Whether it is in effect.</summary>
    public bool IsDone => Kind == TaskAnswerKind.Done;

    /// <summary>It is in effect.</summary>
    /// <param name="task">The task after it.</param>
    /// <param name="isRepeat">Whether nothing new was done.</param>
    public static TaskAnswer Done(HumanTask task, bool isRepeat) => new(TaskAnswerKind.Done, task, [], isRepeat);

    /// <summary>It was refused.</summary>
    /// <param name="problems">Why; at least one.</param>
    public static TaskAnswer Refused(IReadOnlyList<Problem> problems) => problems[0].Code switch
    {
        nameof(Office.Tasks.Rules.TaskMustBeVisible) => NotFound,
        nameof(Office.Tasks.Rules.ActorMustHaveRight) => new(TaskAnswerKind.Forbidden, null, problems),
        nameof(Office.Tasks.Rules.TaskMustNotBeHandledByOthers) or nameof(RevisionMustMatch) or nameof(OperationMustBeNew) =>
            new(TaskAnswerKind.Conflict, null, problems),
        _ => new(TaskAnswerKind.Invalid, null, problems),
    };
}
