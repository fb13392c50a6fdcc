using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Rules;

/// <summary>What is asked of a unit stays in that unit: its figures and statements are not another unit's to give.</summary>
/// <param name="personId">To whom.</param>
/// <param name="task">The task.</param>
/// <param name="directory">All people.</param>
public sealed class TargetMustBeOfTheUnit(string personId, HumanTask task, OfficeDirectory directory) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => $"{directory.Find(personId)?.Name}不是本任务所属单位的人员，请在该单位的人员中选择。";

    /// <summary>Whether a person may be given a task, by the units that it is asked of; a task of no unit is anybody's.</summary>
    /// <param name="task">The task.</param>
    /// <param name="person">The person.</param>
    public static bool Allows(HumanTask task, Person person) =>
        task.Candidates.Count == 0 || task.Candidates.Any(candidate => candidate.UnitId is not { } unit || person.UnitIds.Contains(unit));

    /// <inheritdoc/>
    public override bool IsBroken() => directory.FindActive(personId) is { } person && !Allows(task, person);
}
