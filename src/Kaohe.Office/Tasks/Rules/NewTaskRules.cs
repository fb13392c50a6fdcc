namespace Kaohe.Office.Tasks.Rules;

/// <summary>A task must say what it is about.</summary>
/// <param name="request">The new task.</param>
public sealed class TaskMustHaveTitle(NewTask request) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "title";

    /// <inheritdoc/>
    public override string Message => "任务没有标题，请填写。";

    /// <inheritdoc/>
    public override bool IsBroken() => string.IsNullOrWhiteSpace(request.Title);
}

/// <summary>A task must have a way to finish it, and each way its own code.</summary>
/// <param name="outcomes">The ways.</param>
public sealed class OutcomesMustDiffer(IReadOnlyList<TaskOutcome> outcomes) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "outcomes";

    /// <inheritdoc/>
    public override string Message => outcomes.Count == 0 ? "任务没有办理结果可选，请至少设一个。" : "任务的办理结果代码有重复，请改成各不相同。";

    /// <inheritdoc/>
    public override bool IsBroken() => outcomes.Count == 0 || outcomes.DistinctBy(outcome => outcome.Code).Count() < outcomes.Count;
}
