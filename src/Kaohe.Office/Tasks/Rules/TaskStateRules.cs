using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Rules;

/// <summary>What is over cannot be changed.</summary>
/// <param name="task">The task.</param>
public sealed class TaskMustBeLive(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"任务已结束（{task.OutcomeLabel ?? "取消"}），不能再操作。";

    /// <inheritdoc/>
    public override bool IsBroken() => !task.IsLive;
}

/// <summary>A lent task is completed, returned or passed on by its owner, after it was given back.</summary>
/// <param name="task">The task.</param>
public sealed class TaskMustNotBeLent(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"任务由{task.OwnerName}委派给{task.AssigneeName}，请先交回{task.OwnerName}，由其办结。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.State == TaskState.Delegated;
}

/// <summary>Whoever was asked alone cannot put the task back: nobody would have it.</summary>
/// <param name="task">The task.</param>
/// <param name="directory">All people.</param>
public sealed class SomebodyElseMustBeAbleToClaim(HumanTask task, OfficeDirectory directory) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "没有其他候选办理人，不能放回；请用“转办”交给别人。";

    /// <inheritdoc/>
    public override bool IsBroken() => !directory.Expand(task.Candidates).Any(person => person.Id != task.AssigneeId && person.Id != task.PrincipalId
        && !(task.IsApproval && task.SubmitterIds.Contains(person.Id)));
}

/// <summary>A task is finished in one of its own ways.</summary>
/// <param name="task">The task.</param>
/// <param name="outcomeCode">The way chosen.</param>
public sealed class OutcomeMustBeOffered(HumanTask task, string outcomeCode) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "outcome";

    /// <inheritdoc/>
    public override string Message => $"本任务没有“{outcomeCode}”这个办理结果，请选择：{string.Join('、', task.Outcomes.Select(outcome => outcome.Label))}。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.Outcomes.All(outcome => outcome.Code != outcomeCode);
}

/// <summary>Some outcomes, a refusal above all, need a written opinion.</summary>
/// <param name="outcome">The outcome, when it is one of the task's.</param>
/// <param name="opinion">What was written.</param>
public sealed class OpinionMustBeGiven(TaskOutcome? outcome, string? opinion) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "opinion";

    /// <inheritdoc/>
    public override string Message => $"选择“{outcome?.Label}”须填写意见。";

    /// <inheritdoc/>
    public override bool IsBroken() => outcome is { NeedsComment: true } && string.IsNullOrWhiteSpace(opinion);
}

/// <summary>催办 is limited per day, so that it stays a signal.</summary>
/// <param name="task">The task.</param>
/// <param name="at">Now.</param>
/// <param name="limit">Times a day.</param>
public sealed class UrgesMustStayWithinDailyLimit(HumanTask task, DateTimeOffset at, int limit) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"本任务今天已催办{Today()}次（每天最多{limit}次），请明天再催，或直接联系办理人。";

    /// <inheritdoc/>
    public override bool IsBroken() => Today() >= limit;

    private int Today() => task.UrgedAt.Count(urge => OfficeTime.DateOf(urge) == OfficeTime.DateOf(at));
}
