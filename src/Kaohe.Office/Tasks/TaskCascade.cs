using Kaohe.Office.People;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Office.Tasks;

/// <summary>Where a cascade finds the other tasks and rounds it must change.</summary>
public interface ITaskShelf
{
    /// <summary>A task by id.</summary>
    /// <param name="id">The id.</param>
    HumanTask? FindTask(string id);

    /// <summary>A round by id.</summary>
    /// <param name="id">The id.</param>
    SigningRound? FindRound(string id);
}

/// <summary>What must happen outside the tasks because of one of them.</summary>
/// <param name="TaskId">The task; for the end of a round, the round's id.</param>
/// <param name="FollowUp"><see cref="ResumeWorkflow"/>, <see cref="UpdateWorkflowOutput"/> or <see cref="NotifyPeople"/>.</param>
public sealed record OutwardEffect(string TaskId, TaskFollowUp FollowUp);

/// <summary>Everything a command changed, to be stored in one transaction.</summary>
/// <param name="Tasks">New and changed tasks.</param>
/// <param name="Rounds">New and changed rounds.</param>
/// <param name="Events">History to append.</param>
/// <param name="Outward">What must happen outside the tasks.</param>
/// <param name="Problems">Why nothing may be stored; empty on success.</param>
/// <param name="IsRepeat">The same operation was applied before; there is nothing to store.</param>
public sealed record CascadeResult(
    IReadOnlyList<HumanTask> Tasks,
    IReadOnlyList<SigningRound> Rounds,
    IReadOnlyList<TaskEvent> Events,
    IReadOnlyList<OutwardEffect> Outward,
    IReadOnlyList<Problem> Problems,
    bool IsRepeat = false)
{
    /// <summary>What several commands changed, to be stored together.</summary>
    /// <param name="results">In order, about different tasks; without problems.</param>
    public static CascadeResult Of(IReadOnlyCollection<CascadeResult> results) => new(
        [.. results.SelectMany(result => result.Tasks)], [.. results.SelectMany(result => result.Rounds)], [.. results.SelectMany(result => result.Events)],
        [.. results.SelectMany(result => result.Outward)], [.. results.SelectMany(result => result.Problems)]);
}

/// <summary>
/// Carries a command through: the task itself, then every other task and round it moves (退回, 撤回, 加签, the turns of signers), until only effects
/// outside the tasks are left. Pure but for the reads of the shelf. One use per command.
/// </summary>
/// <param name="desk">People, delegations, calendar, policy.</param>
/// <param name="shelf">Tasks and rounds as stored.</param>
/// <param name="at">Now.</param>
public sealed class TaskCascade(TaskDesk desk, ITaskShelf shelf, DateTimeOffset at)
{
    private readonly Dictionary<string, HumanTask> tasks = [];
    private readonly Dictionary<string, SigningRound> rounds = [];
    private readonly List<TaskEvent> events = [];
    private readonly List<OutwardEffect> outward = [];
    private readonly List<Problem> problems = [];
    private string origin = string.Empty;

    /// <summary>Applies a person's command with everything that follows.</summary>
    /// <param name="task">The task as stored.</param>
    /// <param name="command">What is asked.</param>
    public CascadeResult Run(HumanTask task, TaskCommand command)
    {
        origin = $"{task.Id}/{command.OperationId}";
        var result = desk.Handle(task, command);
        Take(result, command.Actor.Name);
        return Result() with { IsRepeat = result.IsRepeat };
    }

    /// <summary>Opens a task.</summary>
    /// <param name="request">What is asked for.</param>
    public CascadeResult Open(NewTask request)
    {
        Take(desk.Open(request, at), Actor.System.Name);
        return Result();
    }

    /// <summary>Starts a round of signatures: those whose turn it is get their tasks.</summary>
    /// <param name="round">A new round.</param>
    public CascadeResult Start(SigningRound round)
    {
        origin = $"start/{round.Id}";
        Take(SigningRound.Start(round), Actor.System.Name);
        return Result();
    }

    private CascadeResult Result() => problems.Count > 0
        ? new([], [], [], [], problems)
        : new([.. tasks.Values], [.. rounds.Values], events, outward, []);

    private void Take(TaskResult result, string byName)
    {
        problems.AddRange(result.Problems);
        if (!result.IsDone || result.IsRepeat)
        {
            return;
        }

        tasks[result.Task.Id] = result.Task;
        events.AddRange(result.Events);
        Follow(result.Task.Id, result.FollowUps, byName);
    }

    private void Take(RoundChange change, string byName)
    {
        problems.AddRange(change.Problems);
        if (change.Problems.Count == 0)
        {
            rounds[change.Round.Id] = change.Round;
            Follow(change.Round.Id, change.FollowUps, byName);
        }
    }

    private void Follow(string sourceId, IReadOnlyList<TaskFollowUp> followUps, string byName)
    {
        foreach (var followUp in followUps)
        {
            switch (followUp)
            {
                case ChangeOtherTask change:
                    if (Change(change, byName) is { } changed)
                    {
                        Take(changed, byName);
                    }

                    break;
                case OpenSeatTask open:
                    Take(desk.Open(Round(open.RoundId, sourceId).TaskFor(open), at), byName);
                    break;
                case AnswerSeat answer:
                    Take(Round(answer.RoundId, sourceId).Answer(answer), byName);
                    break;
                case PauseRound pause:
                    Take(Round(pause.RoundId, sourceId).Pause(pause), byName);
                    break;
                case ResumeRound resume:
                    Take(Round(resume.RoundId, sourceId).Resume(resume), byName);
                    break;
                case WithdrawAnswer withdraw:
                    Take(Round(withdraw.RoundId, sourceId).Withdraw(withdraw.SeatId), byName);
                    break;
                case AddSeats add:
                    Take(Round(add.RoundId, sourceId).Add(add), byName);
                    break;
                case RemoveSeat remove:
                    Take(Round(remove.RoundId, sourceId).Remove(remove.SeatId), byName);
                    break;
                default:
                    outward.Add(new OutwardEffect(sourceId, followUp));
                    break;
            }
        }
    }

    // A task that gets its first extra signer has no stored round yet: the round is made around it.
    private SigningRound Round(string id, string taskId) =>
        rounds.GetValueOrDefault(id) ?? shelf.FindRound(id) ?? SigningRound.Around(tasks[taskId]);

    private TaskResult? Change(ChangeOtherTask change, string byName)
    {
        var task = tasks.GetValueOrDefault(change.TaskId) ?? shelf.FindTask(change.TaskId)
            ?? throw new InvalidOperationException($"Task {change.TaskId} of a follow-up is not on the shelf.");

        // What ended in the meantime (closed by the office, cancelled) does not wait for anything any more.
        if (change.Change != OtherTaskChange.Reopen && !task.IsLive)
        {
            return null;
        }

        var id = $"{origin}/{change.Change}/{events.Count}";
        TaskCommand command = change.Change switch
        {
            OtherTaskChange.Reopen => new ReopenTask { OperationId = id, Actor = Actor.System, At = at, ByTaskId = change.ByTaskId, ByName = byName, Reason = change.Reason },
            OtherTaskChange.Suspend => new SuspendTask { OperationId = id, Actor = Actor.System, At = at, Reason = change.Reason },
            OtherTaskChange.Resume => new ResumeTask { OperationId = id, Actor = Actor.System, At = at, Reason = change.Reason, SubmitterIds = change.SubmitterIds },
            OtherTaskChange.Wait => new WaitForTurn { OperationId = id, Actor = Actor.System, At = at, Reason = change.Reason },
            OtherTaskChange.TakeTurn => new TakeTurn { OperationId = id, Actor = Actor.System, At = at, Reason = change.Reason },
            _ => new DropTask { OperationId = id, Actor = Actor.System, At = at, Reason = change.Reason },
        };
        return desk.Handle(task, command);
    }
}
