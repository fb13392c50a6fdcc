namespace Kaohe.Office.Tasks;

/// <summary>What a command made of a task.</summary>
/// <param name="Task">The new state; the old one when there are problems or the command is a repeat.</param>
/// <param name="Events">History to append.</param>
/// <param name="FollowUps">What else must happen in the same transaction.</param>
public sealed record TaskChange(HumanTask Task, IReadOnlyList<TaskEvent> Events, IReadOnlyList<TaskFollowUp> FollowUps);

/// <summary>Answer to a command: the new state with history and follow-ups, or every problem in Chinese.</summary>
/// <param name="Task">The task after the command; unchanged when there are problems.</param>
/// <param name="Events">History to append; empty for a repeat.</param>
/// <param name="FollowUps">What else must happen in the same transaction; empty for a repeat.</param>
/// <param name="Problems">Why nothing was changed; empty on success.</param>
/// <param name="IsRepeat">The same operation was applied before; nothing new was done.</param>
public sealed record TaskResult(
    HumanTask Task,
    IReadOnlyList<TaskEvent> Events,
    IReadOnlyList<TaskFollowUp> FollowUps,
    IReadOnlyList<Problem> Problems,
    bool IsRepeat = false)
{
    /// <summary>Whether the command is in effect, now or from the first time it came.</summary>
    public bool IsDone => Problems.Count == 0;

    internal static TaskResult Refused(HumanTask task, params IReadOnlyList<Problem> problems) => new(task, [], [], problems);

    internal static TaskResult Repeat(HumanTask task) => new(task, [], [], [], IsRepeat: true);
}
