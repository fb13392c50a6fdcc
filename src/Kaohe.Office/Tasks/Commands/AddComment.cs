using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>Comment, with people mentioned. An entry of the history; it does not disturb whoever fills in the form.</summary>
public sealed record AddComment : TaskCommand
{
    /// <summary>The comment.</summary>
    public required string Text { get; init; }

    /// <summary>People mentioned (@); they are told, and may read the task from now on.</summary>
    public IReadOnlyList<string> MentionIds { get; init; } = [];

    /// <inheritdoc/>
    public override string Verb => "留言";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Comment;

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
        [new TextMustBeGiven(Text), .. MentionIds.Select(id => new TargetMustBeActive(id, desk.Directory)), new MentionMustKeepConfidence(task, this)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task with { CopiedToIds = task.CopiedToIds.With(MentionIds) },
        [Event(task, TaskEventKind.Commented, Text, MentionIds)],
        MentionIds.Count == 0 ? [] : [new NotifyPeople(NoticeKind.Mentioned, MentionIds, $"{Actor.Name}在“{task.Title}”中提到您：{Text}")]);
}

/// <summary>A mention lets a person read the task; into a confidential one only those may bring others who may copy it.</summary>
/// <param name="task">The task.</param>
/// <param name="comment">The comment.</param>
public sealed class MentionMustKeepConfidence(HumanTask task, AddComment comment) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "mentions";

    /// <inheritdoc/>
    public override string Message => "本任务须保密，只有办理人能让其他人看到，请去掉所提到的人员。";

    /// <inheritdoc/>
    public override bool IsBroken() =>
        task.IsConfidential && comment.MentionIds.Count > 0 && !TaskAccess.Of(task, comment.Actor).Allows(TaskRights.Copy);
}
