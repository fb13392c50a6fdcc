using Kaohe.Office.Tasks.Commands;

namespace Kaohe.Office.Tasks.Rules;

/// <summary>Who may not see a task is answered as if there were none.</summary>
/// <param name="rights">The person's rights.</param>
public sealed class TaskMustBeVisible(TaskRights rights) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "没有这个任务，或者您无权查看。";

    /// <inheritdoc/>
    public override bool IsBroken() => !rights.HasFlag(TaskRights.ReadHeader);
}

/// <summary>A late click is told who has handled the task already, with name and time.</summary>
/// <param name="task">The task.</param>
/// <param name="command">What is asked.</param>
/// <param name="access">What the person may do.</param>
public sealed class TaskMustNotBeHandledByOthers(HumanTask task, TaskCommand command, TaskAccessDecision access) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => Say(task, command.Actor.Id);

    /// <summary>Who has the task or has ended it, and when.</summary>
    /// <param name="task">The task.</param>
    /// <param name="readerId">To whom it is said.</param>
    public static string Say(HumanTask task, string readerId) => (task.State, task.EndedAt) switch
    {
        (TaskState.Cancelled, { } at) => $"任务已于{OfficeTime.Moment(at)}取消，不用再办理。",
        (TaskState.NotNeeded, { } at) => $"其他签署人已于{OfficeTime.Moment(at)}形成结果，不用再办理。",
        (TaskState.Closed, { } at) => $"任务已由{task.EndedByName}于{OfficeTime.Moment(at)}关闭，不用再办理。",
        (TaskState.Completed, { } at) when task.EndedById == readerId => $"您已于{OfficeTime.Moment(at)}办理过（{task.OutcomeLabel}），不用再办理。",
        (TaskState.Completed, { } at) => $"已由他人处理：{task.EndedByName}于{OfficeTime.Moment(at)}办理（{task.OutcomeLabel}）。",
        (TaskState.Suspended, _) => "事项已退回修改或被撤回，等重新提交后再办理。",
        (TaskState.Waiting, _) => "还没有轮到办理，请等前面的签署人。",
        (TaskState.Open, _) => "任务已放回，待候选人签收。",
        _ => $"已由他人处理：{task.AssigneeName}于{OfficeTime.Moment(task.AssignedAt ?? task.CreatedAt)}签收。",
    };

    /// <inheritdoc/>
    public override bool IsBroken()
    {
        var handles = (command.Needs & (TaskRights.Act | TaskRights.Claim)) != TaskRights.None;
        var taken = task.AssigneeId is not null && task.AssigneeId != command.Actor.Id && task.State is TaskState.Assigned or TaskState.Delegated;
        var held = task.State is TaskState.Suspended or TaskState.Waiting;
        return handles && !access.Allows(command.Needs) && (!task.IsLive || taken || held);
    }
}

/// <summary>A person may do with a task only what <see cref="TaskAccess"/> gives.</summary>
/// <param name="command">What is asked.</param>
/// <param name="access">What the person may do.</param>
public sealed class ActorMustHaveRight(TaskCommand command, TaskAccessDecision access) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"您现在不能对本任务执行“{command.Verb}”，" + command.Needs switch
    {
        TaskRights.Claim => "只有候选办理人能签收，且本人提交的事项不能由本人审批。",
        TaskRights.Act => "只有正在办理的人能操作；请先签收，或等任务轮到您。",
        TaskRights.GiveBack => "任务没有委派，或您不是委派双方。",
        TaskRights.Withdraw => "只有办结人能撤回自己提交的内容。",
        TaskRights.Manage => "只有考核办能操作。",
        TaskRights.System => "只能由系统操作。",
        _ => "请联系考核办。",
    };

    /// <inheritdoc/>
    public override bool IsBroken() => !access.Allows(command.Needs);
}
