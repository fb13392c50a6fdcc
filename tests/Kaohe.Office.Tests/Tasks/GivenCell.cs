using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Signing;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>
/// One cell of the table in ADR 0007: a task of somebody, alone or in a round of three, brought into a state by commands that lead there, with a report
/// that was submitted before it and, once it is over, a task that follows.
/// </summary>
internal sealed class GivenCell : ITaskShelf
{
    private const string Instance = "i1";
    private readonly Dictionary<string, HumanTask> tasks = [];
    private readonly Dictionary<string, SigningRound> rounds = [];
    private readonly GivenOffice office = new();
    private readonly string subject;
    private DateTimeOffset at = Now;
    private int operations;

    /// <summary>Makes the cell.</summary>
    /// <param name="mode">The mode; none for one person alone.</param>
    /// <param name="state">The state of the task.</param>
    public GivenCell(SigningMode? mode, TaskState state)
    {
        Open("report", isApproval: false, UnitHandler);
        Do("report", task => new CompleteTask { OperationId = Operation(), ExpectedRevision = task.Revision, Actor = Of(UnitHandler), At = at, OutcomeCode = "done" });
        subject = mode is { } several ? StartRound(several) : Open("approval", isApproval: true, Leader, Deputy);
        if (mode is null && state != TaskState.Open)
        {
            Run(CellCommands.Claim);
        }

        Bring(state);
        Assert.Equal(state, Subject.State);
    }

    /// <summary>The task of the cell.</summary>
    public HumanTask Subject => tasks[subject];

    /// <summary>Applies a command of the table to the task.</summary>
    /// <returns>What it made of the task, in the words of the table; × when it was refused.</returns>
    public string Try(CellCommand command)
    {
        at = at.AddMinutes(1);
        var before = Round?.State;
        var result = new TaskCascade(office.Desk, this, at).Run(Subject, command.Make(this, Subject));
        if (result.Problems.Count > 0)
        {
            return "×";
        }

        Keep(result);
        return CellWords.Of(Subject.State) + (Round?.State is { } after && after != (before ?? RoundState.Running) ? $"·{CellWords.Of(after)}" : string.Empty);
    }

    /// <summary>The round of the task.</summary>
    public SigningRound? Round => Subject.RoundId is { } id ? FindRound(id) : null;

    /// <summary>Now.</summary>
    public DateTimeOffset At => at;

    /// <summary>The submission before the task.</summary>
    public HumanTask Report => tasks["report"];

    /// <summary>Whoever has the task, else the person it is meant for.</summary>
    public Actor Holder => Of(office.Desk.Directory.Find(Subject.AssigneeId ?? Leader.Id)!);

    /// <summary>考核办.</summary>
    public Actor Clerk => Of(GivenOffice.Clerk);

    /// <summary>What followed the task, as the product would load it for 撤回.</summary>
    public IReadOnlyList<HumanTask> Next => Round is { State: RoundState.Running } round
        ? [.. round.OpenedBy(Subject.SeatId!).Select(id => tasks[id])]
        : [.. tasks.Values.Where(task => task.Id != subject && task.InstanceId == Instance && task.CreatedAt >= Subject.EndedAt)];

    public HumanTask? FindTask(string id) => tasks.GetValueOrDefault(id);

    public SigningRound? FindRound(string id) => rounds.GetValueOrDefault(id);

    public Actor Of(Person person) => office.As(person);

    public string Operation() => $"op{++operations}";

    private void Bring(TaskState state)
    {
        switch (state)
        {
            case TaskState.Open when Round is not null:
                // The only way in a round: the signer sent the report back, and it was then handed over to the signer, who submitted it.
                Run(CellCommands.Return);
                Do("report", task => new HandOverTask { OperationId = Operation(), ExpectedRevision = task.Revision, Actor = Of(UnitHandler), At = at, ToId = Leader.Id, Reason = "请代报" });
                Do("report", task => new CompleteTask { OperationId = Operation(), ExpectedRevision = task.Revision, Actor = Of(Leader), At = at, OutcomeCode = "done" });
                break;
            case TaskState.Delegated:
                Run(CellCommands.Delegate);
                break;
            case TaskState.Waiting:
                Run(CellCommands.AddBefore);
                break;
            case TaskState.Suspended:
                Run(CellCommands.Return);
                break;
            case TaskState.Completed:
                Run(CellCommands.Agree);
                if (Round is null or { State: not RoundState.Running })
                {
                    Open("next", isApproval: false, Chief);
                }

                break;
            case TaskState.Closed:
                Run(CellCommands.Close);
                break;
            case TaskState.NotNeeded:
                if (Round is null)
                {
                    Run(CellCommands.AddBeside);
                }

                Do(subject, task => new RemoveSigner { OperationId = Operation(), ExpectedRevision = task.Revision, Actor = Clerk, At = at, SeatId = task.SeatId!, Reason = "不需要", Round = Round });
                break;
            case TaskState.Cancelled:
                Do(subject, _ => new CancelTask { OperationId = Operation(), Actor = Actor.System, At = at, Reason = "流程取消" });
                break;
        }
    }

    private string StartRound(SigningMode mode)
    {
        at = at.AddMinutes(1);
        Keep(new TaskCascade(office.Desk, this, at).Start(new SigningSpec(mode, 2).RoundOf(New("approval", isApproval: true, Leader, Deputy, Team), office.Desk.Directory)));
        return rounds.Values.Single().Seats[0].TaskId!;
    }

    private string Open(string id, bool isApproval, params Person[] people)
    {
        at = at.AddMinutes(1);
        Keep(new TaskCascade(office.Desk, this, at).Open(New(id, isApproval, people)));
        return id;
    }

    private static NewTask New(string id, bool isApproval, params Person[] people) => NewTask([.. people.Select(person => Candidate.OfPerson(person.Id))]) with
    {
        Id = id,
        Title = id,
        IsApproval = isApproval,
        SubmitterIds = isApproval ? [UnitHandler.Id] : [],
        InstanceId = Instance,
    };

    private void Run(CellCommand command) => Do(subject, task => command.Make(this, task));

    private void Do(string id, Func<HumanTask, TaskCommand> make)
    {
        at = at.AddMinutes(1);
        Keep(new TaskCascade(office.Desk, this, at).Run(tasks[id], make(tasks[id])));
    }

    private void Keep(CascadeResult result)
    {
        Assert.Empty(result.Problems);
        foreach (var task in result.Tasks)
        {
            tasks[task.Id] = task;
        }

        foreach (var round in result.Rounds)
        {
            rounds[round.Id] = round;
        }
    }
}
