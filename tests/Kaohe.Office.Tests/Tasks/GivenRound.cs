using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Signing;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>A round of signatures played through the real cascade, with tasks and rounds kept as a database would keep them.</summary>
internal sealed class GivenRound : ITaskShelf
{
    private readonly Dictionary<string, HumanTask> tasks = [];
    private readonly Dictionary<string, SigningRound> rounds = [];
    private int operations;

    public GivenOffice Office { get; } = new();

    public List<OutwardEffect> Outward { get; } = [];

    public List<string> History { get; } = [];

    public DateTimeOffset At { get; private set; } = Now;

    public SigningRound Round => rounds.Values.Single();

    /// <summary>Who has something to do now.</summary>
    public IEnumerable<string> Turn => tasks.Values.Where(task => task.State is TaskState.Assigned or TaskState.Open).Select(task => task.AssigneeName!).Order();

    public ResumeWorkflow? Resumed => Outward.Select(effect => effect.FollowUp).OfType<ResumeWorkflow>().SingleOrDefault();

    public static GivenRound Of(SigningMode mode, int required, params Person[] people) => new GivenRound().Start(mode, required, people);

    public GivenRound Start(SigningMode mode, int required, Person[] people, AnswersAfterReturn after = AnswersAfterReturn.Keep, NewTask? template = null)
    {
        template ??= NewTask() with { IsApproval = true, Title = "会签考核方案", SubmitterIds = [Clerk.Id] };
        Store(new TaskCascade(Office.Desk, this, At).Start(new SigningRound
        {
            Id = "r1",
            Mode = mode,
            RequiredCount = required,
            AfterReturn = after,
            Seats = SigningRound.SeatsFor(people.Select(person => person.Ref)),
            Template = template,
            InstanceId = "i1",
            ActivityExecutionId = "a1",
            BookmarkId = "b1",
        }));
        return this;
    }

    public GivenRound With(NewTask request)
    {
        Store(new TaskCascade(Office.Desk, this, At).Open(request));
        return this;
    }

    /// <summary>Drops the effects so far, so that a test sees those of the round.</summary>
    public GivenRound Forget()
    {
        Outward.Clear();
        return this;
    }

    public HumanTask TaskOf(Person person) => tasks.Values.Last(task => task.AssigneeId == person.Id || task.PrincipalId == person.Id);

    public GivenRound Agree(Person person) => Do(person, "agree");

    public GivenRound Disagree(Person person) => Do(person, "disagree");

    public GivenRound Do(Person person, string outcome) =>
        Run(person, (operation, task) => new CompleteTask { OperationId = operation, ExpectedRevision = task.Revision, Actor = Office.As(person), At = At, OutcomeCode = outcome, Opinion = $"{person.Name}意见" });

    public GivenRound Add(Person by, SeatPlacement placement, params Person[] people) =>
        Run(by, (operation, task) => Adding(by, placement, people) with { OperationId = operation, ExpectedRevision = task.Revision });

    public AddSigners Adding(Person by, SeatPlacement placement, params Person[] people)
    {
        var task = TaskOf(by);
        return new() { OperationId = "add", ExpectedRevision = task.Revision, Actor = Office.As(by), At = At, PersonIds = [.. people.Select(person => person.Id)], Placement = placement, Reason = "请其把关", Round = task.RoundId is { } id ? FindRound(id) : null };
    }

    public GivenRound Remove(Person by, Person whom) =>
        Run(by, (operation, task) => Removing(by, whom) with { OperationId = operation, ExpectedRevision = task.Revision });

    public RemoveSigner Removing(Person by, Person whom) => new()
    {
        OperationId = "remove",
        ExpectedRevision = TaskOf(by).Revision,
        Actor = Office.As(by),
        At = At,
        SeatId = Round.Seats.Last(seat => seat.Person.Id == whom.Id).Id,
        Reason = "不需要",
        Round = Round,
    };

    public GivenRound Return(Person by, HumanTask target) =>
        Run(by, (operation, task) => new ReturnTask { OperationId = operation, ExpectedRevision = task.Revision, Actor = Office.As(by), At = At, TargetId = target.Id, Target = target, Reason = "数据未认定" });

    public GivenRound Withdraw(Person by)
    {
        var seat = TaskOf(by).SeatId!;
        return Run(by, (operation, task) => new WithdrawTask { OperationId = operation, ExpectedRevision = task.Revision, Actor = Office.As(by), At = At, RoundIsRunning = true, Next = [.. Round.OpenedBy(seat).Select(id => tasks[id])] });
    }

    public GivenRound Close(Person whose) =>
        Run(whose, (operation, task) => new CloseTask { OperationId = operation, ExpectedRevision = task.Revision, Actor = Office.As(Clerk), At = At, Reason = "已调离" });

    public GivenRound HandOver(Person by, Person to) =>
        Run(by, (operation, task) => new HandOverTask { OperationId = operation, ExpectedRevision = task.Revision, Actor = Office.As(by), At = At, ToId = to.Id, Reason = "分管" });

    public IReadOnlyList<Problem> Try(Person person, TaskCommand command) => Office.Desk.Handle(TaskOf(person), command).Problems;

    public HumanTask? FindTask(string id) => tasks.GetValueOrDefault(id);

    public SigningRound? FindRound(string id) => rounds.GetValueOrDefault(id);

    public GivenRound Run(Person person, Func<string, HumanTask, TaskCommand> make)
    {
        At = At.AddMinutes(1);
        var task = TaskOf(person);
        Store(new TaskCascade(Office.Desk, this, At).Run(task, make($"op{++operations}", task)));
        return this;
    }

    private void Store(CascadeResult result)
    {
        Assert.Empty(result.Problems);
        foreach (var task in result.Tasks)
        {
            // What was stored can be read again: every step passes through JSON as it would through a database.
            tasks[task.Id] = Copy(task);
        }

        foreach (var round in result.Rounds)
        {
            rounds[round.Id] = Copy(round);
        }

        Outward.AddRange(result.Outward);
        History.AddRange(result.Events.Select(one => one.Line));
    }

    private static T Copy<T>(T value) =>
        System.Text.Json.JsonSerializer.Deserialize<T>(System.Text.Json.JsonSerializer.Serialize(value, OfficeJson.Options), OfficeJson.Options)!;
}
