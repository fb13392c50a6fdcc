using System.Text.Json.Serialization;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>减签: who added a signer takes them away again, or the office takes any who has not answered. Sent to a task of the same round.</summary>
public sealed record RemoveSigner : TaskCommand
{
    /// <summary>The seat to take away.</summary>
    public required string SeatId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The task's round as loaded.</summary>
    [JsonIgnore]
    public SigningRound? Round { get; init; }

    /// <inheritdoc/>
    public override string Verb => "减签";

    /// <inheritdoc/>
    public override TaskRights Needs => Actor.Is(Role.Office) ? TaskRights.Manage : TaskRights.ReadContent;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => Round is { } round && round.Id == task.RoundId
        ? [new TaskMustNotBeCancelled(task), new ReasonMustBeGiven(Reason, Verb), .. SigningRules.ForRemoving(round, SeatId, Actor)]
        : [new SeatMustBePending(seat: null)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var seat = Round!.Seat(SeatId)!;
        return new(
            task,
            [Event(task, TaskEventKind.SignerRemoved, Join(seat.Person.Name, Reason), [seat.Person.Id])],
            [new RemoveSeat(Round.Id, SeatId)]);
    }
}

/// <summary>A round whose flow was cancelled is over, however its seats stand.</summary>
/// <param name="task">A task of the round.</param>
public sealed class TaskMustNotBeCancelled(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "任务已随流程取消，不能再减签。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.State == TaskState.Cancelled;
}
