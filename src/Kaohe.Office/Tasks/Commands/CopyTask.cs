using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>抄送: lets people read the task.</summary>
public sealed record CopyTask : TaskCommand
{
    /// <summary>To whom.</summary>
    public required IReadOnlyList<string> ToIds { get; init; }

    /// <summary>Words to them.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string Verb => "抄送";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Copy;

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
        [new SomebodyMustBeNamed(ToIds), .. ToIds.Select(id => new TargetMustBeActive(id, desk.Directory))];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task with { CopiedToIds = task.CopiedToIds.With(ToIds) },
        [Event(task, TaskEventKind.Copied, Join(string.Join('、', ToIds.Select(id => desk.Directory.Find(id)!.Name)), Note), ToIds)],
        [new NotifyPeople(NoticeKind.Copied, ToIds, string.IsNullOrWhiteSpace(Note) ? $"{Actor.Name}抄送：{task.Title}" : Note)]);
}

/// <summary>Somebody must be chosen.</summary>
/// <param name="ids">The people chosen.</param>
public sealed class SomebodyMustBeNamed(IReadOnlyList<string> ids) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => "没有选择人员，请至少选择一人。";

    /// <inheritdoc/>
    public override bool IsBroken() => ids.Count == 0;
}
