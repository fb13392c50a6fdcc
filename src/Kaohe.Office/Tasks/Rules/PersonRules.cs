using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Rules;

/// <summary>Nobody approves what they submitted, on any path (windmill's lesson: one path was missed).</summary>
/// <param name="task">The task.</param>
/// <param name="people">Everybody in whose name it would be decided.</param>
public sealed class ApproverMustNotBeSubmitter(HumanTask task, params IReadOnlyList<PersonRef> people) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => $"{people.First(Submitted).Name}是提交人，不能审批自己提交的事项，请换人。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.IsApproval && people.Any(Submitted);

    private bool Submitted(PersonRef person) => task.SubmitterIds.Contains(person.Id);
}

/// <summary>Work is given only to somebody who is there.</summary>
/// <param name="personId">To whom.</param>
/// <param name="directory">All people.</param>
public sealed class TargetMustBeActive(string personId, OfficeDirectory directory) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => directory.Find(personId) is { } person
        ? $"{person.Name}已不在岗，请另选人员。"
        : "没有这个人员，请从名单中选择。";

    /// <inheritdoc/>
    public override bool IsBroken() => directory.FindActive(personId) is null;
}

/// <summary>Work is given to somebody else than who has it.</summary>
/// <param name="personId">To whom.</param>
/// <param name="task">The task.</param>
public sealed class TargetMustBeAnother(string personId, HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => $"任务现在就由{task.AssigneeName}办理，请选择其他人员。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.AssigneeId == personId;
}
