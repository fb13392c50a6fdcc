namespace Kaohe.Office.Tasks.Rules;

/// <summary>退回 goes to an earlier, completed task of the same instance, chosen from a list.</summary>
/// <param name="task">The task that sends back.</param>
/// <param name="target">Where to; none when it was not found.</param>
public sealed class ReturnTargetMustBeEarlierTask(HumanTask task, HumanTask? target) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "target";

    /// <inheritdoc/>
    public override string Message => "只能退回到本流程中在此之前办结的任务，请从列表中选择。";

    /// <inheritdoc/>
    public override bool IsBroken() => target is null || !CanReturnTo(task, target);

    /// <summary>Whether a task may be sent back to another; filters the list a person chooses from.</summary>
    /// <param name="task">The task that sends back.</param>
    /// <param name="target">A task of the instance.</param>
    public static bool CanReturnTo(HumanTask task, HumanTask target) =>
        target.Id != task.Id
        && target.InstanceId is not null && target.InstanceId == task.InstanceId
        && target.State == TaskState.Completed
        && (target.FirstCompletedAt ?? target.EndedAt) <= task.CreatedAt;
}

/// <summary>撤回 only while the next has not acted: who has claimed, drafted or finished is named with the time.</summary>
/// <param name="next">The tasks that followed.</param>
public sealed class NextMustNotHaveActed(IReadOnlyList<HumanTask> next) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var acted = next.First(Acted);
            return $"{acted.EndedByName ?? acted.AssigneeName}已于{OfficeTime.Moment(acted.EndedAt ?? acted.AssignedAt ?? acted.CreatedAt)}开始办理“{acted.Title}”，不能撤回；请与其联系退回。";
        }
    }

    /// <inheritdoc/>
    public override bool IsBroken() => next.Any(Acted);

    // Assigned at its opening is not an act; claimed later, drafted, lent or finished is.
    private static bool Acted(HumanTask task) => task.State switch
    {
        TaskState.Waiting or TaskState.Open or TaskState.Cancelled => false,
        TaskState.Assigned => task.Draft is not null || task.AssignedAt > task.CreatedAt,
        _ => true,
    };
}

/// <summary>撤回 needs something to hold: a next task that waits, or a round of signatures that still runs.</summary>
/// <param name="next">The tasks that followed.</param>
/// <param name="roundIsRunning">Whether the task's round of signatures still runs.</param>
public sealed class SomethingMustBeHeld(IReadOnlyList<HumanTask> next, bool roundIsRunning) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "流程已经继续，没有可以撤回的后续任务；请联系考核办。";

    /// <inheritdoc/>
    public override bool IsBroken() => !roundIsRunning && !next.Any(task => task.IsLive);
}
