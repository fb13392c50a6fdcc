using Kaohe.Office.Tasks;

namespace Kaohe.Storage.Tasks;

/// <summary>
/// The place of a task in every list, as one number that an index can hold: live tasks by deadline and, on one deadline, by priority; then those without a
/// deadline; then what has ended, latest first. Deadlines count in quarter milliseconds of Unix time, which leaves two bits for the priority.
/// </summary>
public static class InboxOrder
{
    /// <summary>From here on: live tasks without a deadline.</summary>
    public const long NoDeadline = 2_000_000_000_000_000;

    /// <summary>From here on: ended tasks.</summary>
    public const long Ended = 4_000_000_000_000_000;

    private const long Latest = 5_000_000_000_000_000;
    private const int Priorities = 4;

    /// <summary>The number of a task.</summary>
    /// <param name="task">The task.</param>
    public static long Of(HumanTask task) => (task.IsLive, task.DueAt) switch
    {
        (false, _) => Latest - (task.EndedAt ?? task.CreatedAt).ToUnixTimeMilliseconds(),
        (true, { } due) => At(due) + Rank(task.Priority),
        _ => NoDeadline + Rank(task.Priority),
    };

    /// <summary>Live tasks below this number are due before a moment.</summary>
    /// <param name="moment">The moment.</param>
    public static long At(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() * Priorities;

    private static int Rank(TaskPriority priority) => TaskPriority.Urgent - priority;
}
