using System.Text.Json.Serialization;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>
/// 撤回: whoever completed a task takes the submission back while the next has not acted. The next tasks wait; the new submission goes to them.
/// Inside a round of signatures that still runs, the signer takes back the answer.
/// </summary>
public sealed record WithdrawTask : TaskCommand
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The tasks that followed this one in the instance, as loaded.</summary>
    [JsonIgnore]
    public IReadOnlyList<HumanTask> Next { get; init; } = [];

    /// <summary>Whether the task's round of signatures has not ended yet.</summary>
    [JsonIgnore]
    public bool RoundIsRunning { get; init; }

    /// <inheritdoc/>
    public override string Verb => "撤回";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Withdraw;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
        [new NextMustNotHaveActed(Next), new SomethingMustBeHeld(Next, RoundIsRunning)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        string[] held = RoundIsRunning ? [] : [.. Next.Where(next => next.IsLive).Select(next => next.Id)];
        var mine = task.LiveAgain().GivenTo(new ResolvedAssignee(Actor.Person.Ref, Principal(task), [Actor.Person.Ref]), At) with
        {
            ResubmitToIds = held,
            ReturnReason = held.Length == 0 ? null : $"本人撤回{(string.IsNullOrWhiteSpace(Reason) ? string.Empty : $"：{Reason}")}",
        };
        TaskFollowUp[] after = RoundIsRunning && task is { RoundId: { } round, SeatId: { } seat }
            ? [new WithdrawAnswer(round, seat)]
            : [.. held.Select(id => new ChangeOtherTask(id, OtherTaskChange.Suspend, task.Id, $"{Actor.Name}撤回了“{task.Title}”"))];
        return new(mine, [Event(task, TaskEventKind.Withdrawn, Reason)], after);
    }

    private static PersonRef? Principal(HumanTask task) => task.PrincipalId is { } id ? new PersonRef(id, task.PrincipalName!) : null;
}
