using System.Text.Json.Serialization;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>
/// 退回 to an earlier task of the instance: this task waits, the earlier one is open again with its person, and its new submission comes straight back here.
/// A return along an arrow that the flow draws is an outcome of <see cref="CompleteTask"/> instead.
/// </summary>
public sealed record ReturnTask : TaskCommand
{
    /// <summary>The earlier task; see <see cref="Targets"/>.</summary>
    public required string TargetId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The task of <see cref="TargetId"/> as loaded, or none when <see cref="Targets"/> does not offer it.</summary>
    [JsonIgnore]
    public HumanTask? Target { get; init; }

    /// <inheritdoc/>
    public override string Verb => "退回";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Act;

    /// <summary>The list a person chooses from, latest first: earlier tasks, as far back as the flow allows.</summary>
    /// <param name="task">The task to send back from.</param>
    /// <param name="instanceTasks">All tasks of the instance.</param>
    public static IReadOnlyList<HumanTask> Targets(HumanTask task, IEnumerable<HumanTask> instanceTasks) =>
        task.ReturnScope.Of([.. instanceTasks.Where(target => ReturnTargetMustBeEarlierTask.CanReturnTo(task, target)).OrderByDescending(target => target.EndedAt)]);

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustNotBeLent(task),
        new ReturnTargetMustBeEarlierTask(task, Target?.Id == TargetId ? Target : null),
        new ReasonMustBeGiven(Reason, Verb),
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var target = Target!;
        List<TaskFollowUp> after = [new ChangeOtherTask(target.Id, OtherTaskChange.Reopen, task.Id, Reason)];
        if (task is { RoundId: { } round, SeatId: { } seat })
        {
            after.Add(new PauseRound(round, seat, Reason));
        }

        return new(
            task with { State = TaskState.Suspended, SuspendedAt = At },
            [Event(task, TaskEventKind.Returned, Reason, [target.EndedById!])],
            after);
    }
}
