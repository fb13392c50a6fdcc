using System.Text.Json;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Signing;

/// <summary>
/// Several signers on one matter (会签, 或签, n of m, 依次), with 加签 and 减签. Every signer has a task of their own, so that one person's draft or
/// deadline does not disturb the others; the round counts the answers and says whose turn it is.
/// Every method is pure and gives the new round with what must happen to tasks and flow.
/// </summary>
public sealed record SigningRound
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Counts changes; the storage's concurrency token.</summary>
    public long Version { get; init; } = 1;

    /// <summary>How it is decided.</summary>
    public required SigningMode Mode { get; init; }

    /// <summary>How many must agree, for <see cref="SigningMode.Count"/>.</summary>
    public int RequiredCount { get; init; }

    /// <summary>What happens to earlier answers when a matter that was sent back comes again.</summary>
    public AnswersAfterReturn AfterReturn { get; init; }

    /// <summary>Where it stands.</summary>
    public RoundState State { get; init; }

    /// <summary>All seats, in the order they were made.</summary>
    public required IReadOnlyList<SigningSeat> Seats { get; init; }

    /// <summary>The seat that sent the matter back, while paused.</summary>
    public string? PausedBySeatId { get; init; }

    /// <summary>What every signer's task is made from; id, candidates, round and seat are filled in.</summary>
    public required NewTask Template { get; init; }

    /// <summary>Workflow instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Execution of the activity that asked.</summary>
    public string? ActivityExecutionId { get; init; }

    /// <summary>Bookmark that the end of the round resumes.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>Starts a round: those whose turn it is get a task.</summary>
    /// <param name="round">A new round with its seats waiting; see <see cref="SeatsFor"/>.</param>
    public static RoundChange Start(SigningRound round)
    {
        var problems = OfficeRule.Check([new RoundMustHaveSigners(round), new CountMustBeReachable(round), new SignersMustDiffer(round.Seats)]);
        return problems.Count > 0 ? new(round, [], problems) : RoundSettling.Settle(round, round with { Version = 0 });
    }

    /// <summary>Original seats for people, in their order.</summary>
    /// <param name="people">The signers.</param>
    public static IReadOnlyList<SigningSeat> SeatsFor(IEnumerable<PersonRef> people) =>
        [.. people.Select((person, index) => new SigningSeat { Id = $"{index + 1}", Person = person, Order = index + 1 })];

    /// <summary>The round that a task without one gets when its person adds signers; the task is its first seat.</summary>
    /// <param name="task">The task, with the ids that <see cref="Commands.AddSigners"/> gave it.</param>
    public static SigningRound Around(HumanTask task) => new()
    {
        Id = task.RoundId!,
        Template = NewTask.Like(task),
        Mode = SigningMode.All,
        Seats = [new SigningSeat { Id = task.SeatId!, Person = new PersonRef(task.PrincipalId ?? task.AssigneeId!, task.PrincipalName ?? task.AssigneeName!), Order = 1, State = SeatState.Open, TaskId = task.Id, Attempt = 1 }],
        InstanceId = task.InstanceId,
        ActivityExecutionId = task.ActivityExecutionId,
        BookmarkId = task.BookmarkId,
    };

    /// <summary>
    /// A signer has answered, or answered anew after the matter was sent back to them. An answer to a seat that counts no more changes nothing;
    /// a new answer after the round has ended is only recorded.
    /// </summary>
    /// <param name="answer">From the signer's task.</param>
    public RoundChange Answer(AnswerSeat answer)
    {
        if (Seat(answer.SeatId) is not { State: not (SeatState.Removed or SeatState.NotNeeded) } seat)
        {
            return RoundChange.Nothing(this);
        }

        if (answer.OutcomeCode == TaskOutcome.ClosedByOffice.Code)
        {
            return seat.IsPending ? Close(seat.Id, answer) : RoundChange.Nothing(this);
        }

        var state = answer.Meaning == OutcomeMeaning.Refuses ? SeatState.Refused : SeatState.Agreed;
        return State switch
        {
            RoundState.Running => Change(seat.Id, one => Answered(one, answer, state)),
            RoundState.Paused => new(this with { Seats = Replace(seat.Id, one => Answered(one, answer, state)), Version = Version + 1 }, [], []),
            _ => Record(seat.Id, one => Answered(one, answer, one.State)),
        };
    }

    /// <summary>加签. Beside a signer added before or after means: before or after the same signer.</summary>
    /// <param name="request">Whom, and where.</param>
    public RoundChange Add(AddSeats request)
    {
        var problems = SigningRules.ForAdding(this, request.AnchorSeatId, request.Placement, request.People);
        if (problems.Count > 0)
        {
            return new(this, [], problems);
        }

        var anchor = Seat(request.AnchorSeatId)!;
        var beside = request.Placement == SeatPlacement.Beside;
        var added = request.People.Select((person, index) => new SigningSeat
        {
            Id = $"{Seats.Count + index + 1}",
            Person = person,
            Order = anchor.Order,
            AnchorId = beside ? anchor.AnchorId : anchor.Id,
            Placement = beside ? anchor.Placement ?? SeatPlacement.Beside : request.Placement,
            AddedBy = request.AddedBy,
        });
        return RoundSettling.Settle(this with { Seats = [.. Seats, .. added] }, this);
    }

    /// <summary>减签; the rules are asked by <see cref="Commands.RemoveSigner"/>. Those added before and after the signer go too.</summary>
    /// <param name="seatId">The seat.</param>
    public RoundChange Remove(string seatId) => Change(seatId, seat => seat with { State = SeatState.Removed }, below: true);

    /// <summary>A signer sent the matter back: the tasks of the others wait.</summary>
    /// <param name="pause">From the signer's task.</param>
    public RoundChange Pause(PauseRound pause) => State != RoundState.Running
        ? RoundChange.Nothing(this)
        : new(
            this with { State = RoundState.Paused, PausedBySeatId = pause.SeatId, Version = Version + 1 },
            [.. OpenBut(pause.SeatId).Select(seat => new ChangeOtherTask(seat.TaskId!, OtherTaskChange.Suspend, Seat(pause.SeatId)!.TaskId!, $"{Seat(pause.SeatId)!.Person.Name}已退回：{pause.Reason}"))],
            []);

    /// <summary>The matter came again: the signers go on; earlier answers stand or are asked for again, as the round says.</summary>
    /// <param name="resume">From the task that had sent it back; from any other it changes nothing.</param>
    public RoundChange Resume(ResumeRound resume) => State == RoundState.Paused && PausedBySeatId == resume.SeatId
        ? GoOn(this with
        {
            Seats = AfterReturn == AnswersAfterReturn.Keep
                ? Seats
                : [.. Seats.Select(seat => seat.State == SeatState.Agreed ? Unanswered(seat) with { TaskId = null } : seat)],
        })
        : RoundChange.Nothing(this);

    /// <summary>A signer took the answer back (撤回): later turns wait again.</summary>
    /// <param name="seatId">The seat.</param>
    public RoundChange Withdraw(string seatId) => State != RoundState.Running
        ? RoundChange.Nothing(this)
        : Change(seatId, seat => Unanswered(seat) with { State = SeatState.Open });

    /// <summary>Tasks whose turn came only by a seat's answer: what <see cref="Commands.WithdrawTask.Next"/> must hold.</summary>
    /// <param name="seatId">The seat.</param>
    public IReadOnlyList<string> OpenedBy(string seatId) =>
        [.. Withdraw(seatId).FollowUps.OfType<ChangeOtherTask>().Where(change => change.Change == OtherTaskChange.Wait).Select(change => change.TaskId)];

    /// <summary>The task to open for a seat whose turn has come.</summary>
    /// <param name="open">From the round's follow-ups.</param>
    public NewTask TaskFor(OpenSeatTask open) =>
        Template with { Id = open.TaskId, Candidates = [Candidate.OfPerson(open.PersonId)], RoundId = Id, SeatId = open.SeatId };

    /// <summary>Whether somebody may take a signer away now (减签).</summary>
    /// <param name="seatId">The signer's seat.</param>
    /// <param name="actor">Who asks.</param>
    public bool MayRemove(string seatId, Actor actor) => OfficeRule.Check(SigningRules.ForRemoving(this, seatId, actor)).Count == 0;

    /// <summary>A seat by id.</summary>
    /// <param name="id">The id.</param>
    public SigningSeat? Seat(string id) => Seats.FirstOrDefault(seat => seat.Id == id);

    internal JsonElement Answers() => JsonSerializer.SerializeToElement(
        Seats.Where(seat => seat.AnswerNumber is not null).OrderBy(seat => seat.AnswerNumber)
            .Select(seat => new { seat.Person, seat.SignedBy, seat.OutcomeCode, seat.Opinion, seat.Data }),
        OfficeJson.Options);

    private static SigningSeat Unanswered(SigningSeat seat) =>
        seat with { State = SeatState.Waiting, AnswerNumber = null, OutcomeCode = null, SignedBy = null, Opinion = null, Data = null };

    private IEnumerable<SigningSeat> OpenBut(string seatId) => Seats.Where(seat => seat.State == SeatState.Open && seat.Id != seatId);

    // Out of the pause: the tasks of the other signers go on, then it is seen whose turn it is.
    private RoundChange GoOn(SigningRound changed)
    {
        var goOn = OpenBut(PausedBySeatId!).Select(seat => new ChangeOtherTask(seat.TaskId!, OtherTaskChange.Resume, Seat(PausedBySeatId!)!.TaskId!, "退回已处理"));
        var settled = RoundSettling.Settle(changed with { State = RoundState.Running, PausedBySeatId = null }, this);
        return settled with { FollowUps = [.. goOn, .. settled.FollowUps] };
    }

    // The office cannot sign in anybody's place: a closed seat counts no more. If it had sent the matter back, the others go on.
    private RoundChange Close(string seatId, AnswerSeat answer)
    {
        var closed = this with { Seats = WithoutThoseAddedTo(seatId, Replace(seatId, seat => Answered(seat, answer, SeatState.Removed))) };
        return (State, PausedBySeatId == seatId) switch
        {
            (RoundState.Paused, true) => GoOn(closed),
            (RoundState.Paused, false) => new(closed with { Version = Version + 1 }, [.. RoundSettling.Dropped(closed, this)], []),
            _ => RoundSettling.Settle(closed, this),
        };
    }

    private SigningSeat Answered(SigningSeat seat, AnswerSeat answer, SeatState state) => seat with
    {
        State = state,
        AnswerNumber = Seats.Max(one => one.AnswerNumber ?? 0) + 1,
        OutcomeCode = answer.OutcomeCode,
        SignedBy = answer.SignedBy,
        Opinion = answer.Opinion,
        Data = answer.Data,
    };

    private RoundChange Change(string seatId, Func<SigningSeat, SigningSeat> change, bool below = false)
    {
        var seats = Replace(seatId, change);
        return RoundSettling.Settle(this with { Seats = below ? WithoutThoseAddedTo(seatId, seats) : seats }, this);
    }

    private RoundChange Record(string seatId, Func<SigningSeat, SigningSeat> change)
    {
        var recorded = this with { Seats = Replace(seatId, change), Version = Version + 1 };
        return new(recorded, [new UpdateWorkflowOutput(InstanceId, ActivityExecutionId, recorded.Seat(seatId)!.OutcomeCode!, recorded.Answers())], []);
    }

    private IReadOnlyList<SigningSeat> Replace(string seatId, Func<SigningSeat, SigningSeat> change) =>
        [.. Seats.Select(seat => seat.Id == seatId ? change(seat) : seat)];

    // Whoever was added before or after a signer has nothing to sign when the signer is gone.
    private static IReadOnlyList<SigningSeat> WithoutThoseAddedTo(string seatId, IReadOnlyList<SigningSeat> seats) =>
        seats.Where(seat => seat.AnchorId == seatId).Aggregate(seats, (left, added) => WithoutThoseAddedTo(
            added.Id,
            [.. left.Select(seat => seat.Id == added.Id && seat.IsPending ? seat with { State = SeatState.Removed } : seat)]));
}

/// <summary>What came of a step of a round.</summary>
/// <param name="Round">The round after it.</param>
/// <param name="FollowUps">What must happen to tasks and flow, in the same transaction.</param>
/// <param name="Problems">Why nothing was changed; empty on success.</param>
public sealed record RoundChange(SigningRound Round, IReadOnlyList<TaskFollowUp> FollowUps, IReadOnlyList<Problem> Problems)
{
    internal static RoundChange Nothing(SigningRound round) => new(round, [], []);
}
