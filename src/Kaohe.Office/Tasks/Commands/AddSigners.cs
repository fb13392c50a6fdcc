using System.Text.Json.Serialization;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>加签: the signer (or the office) asks more people before, after or beside. A task of its own becomes the first seat of a round.</summary>
public sealed record AddSigners : TaskCommand
{
    /// <summary>Whom.</summary>
    public required IReadOnlyList<string> PersonIds { get; init; }

    /// <summary>Where they stand.</summary>
    public required SeatPlacement Placement { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The task's round as loaded; none when it has none yet.</summary>
    [JsonIgnore]
    public SigningRound? Round { get; init; }

    /// <inheritdoc/>
    public override string Verb => Placement switch { SeatPlacement.Before => "前加签", SeatPlacement.After => "后加签", _ => "并加签" };

    /// <inheritdoc/>
    public override TaskRights Needs => Actor.Is(Role.Office) ? TaskRights.Manage : TaskRights.Act;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustNotBeLent(task),
        new TaskMustBeInHand(task),
        new SomebodyMustBeNamed(PersonIds),
        .. PersonIds.Select(id => new TargetMustBeActive(id, desk.Directory)),
        .. PersonIds.SelectMany(id => desk.Receivers(task, id, At)).Select(person => new ApproverMustNotBeSubmitter(task, person)),
        new ReasonMustBeGiven(Reason, "加签"),
        .. Around(task) is { } round
            ? new OfficeRule[] { new RoundMustRun(round), new AddedSignersMustBeNew(round, People(desk)) }
            : [],
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var seated = Seated(task);
        var people = People(desk);
        return new(
            seated,
            [Event(task, TaskEventKind.SignersAdded, Join(string.Join('、', people.Select(person => person.Name)), Reason), PersonIds)],
            [new AddSeats(seated.RoundId!, seated.SeatId!, Placement, people, Actor.Person.Ref)]);
    }

    private static HumanTask Seated(HumanTask task) => task.RoundId is null ? task with { RoundId = $"round-{task.Id}", SeatId = "1" } : task;

    private SigningRound? Around(HumanTask task) => Round ?? (task.AssigneeId is null ? null : SigningRound.Around(Seated(task)));

    private IReadOnlyList<PersonRef> People(TaskDesk desk) => [.. PersonIds.Select(desk.Directory.Find).OfType<Person>().Select(person => person.Ref)];
}

/// <summary>Signers are added by a task that somebody has and that is not waiting.</summary>
/// <param name="task">The task.</param>
public sealed class TaskMustBeInHand(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "任务还没有人签收，或正在等待，现在不能加签。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.State is not (TaskState.Assigned or TaskState.Delegated);
}
