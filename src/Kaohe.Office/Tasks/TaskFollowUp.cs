using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>What else must happen, in the same transaction, because a task changed. The handler carries it out; the aggregate only says so.</summary>
[JsonDerivedType(typeof(ResumeWorkflow), "resumeWorkflow")]
[JsonDerivedType(typeof(UpdateWorkflowOutput), "updateWorkflowOutput")]
[JsonDerivedType(typeof(ChangeOtherTask), "changeOtherTask")]
[JsonDerivedType(typeof(AnswerSeat), "answerSeat")]
[JsonDerivedType(typeof(PauseRound), "pauseRound")]
[JsonDerivedType(typeof(ResumeRound), "resumeRound")]
[JsonDerivedType(typeof(WithdrawAnswer), "withdrawAnswer")]
[JsonDerivedType(typeof(AddSeats), "addSeats")]
[JsonDerivedType(typeof(RemoveSeat), "removeSeat")]
[JsonDerivedType(typeof(OpenSeatTask), "openSeatTask")]
[JsonDerivedType(typeof(NotifyPeople), "notifyPeople")]
public abstract record TaskFollowUp;

/// <summary>The task is finished: resume the bookmark with the outcome and the data.</summary>
/// <param name="InstanceId">Workflow instance.</param>
/// <param name="ActivityExecutionId">Execution of the activity that asked for the task.</param>
/// <param name="BookmarkId">Bookmark to consume.</param>
/// <param name="OutcomeCode">The outcome.</param>
/// <param name="Data">What was submitted.</param>
public sealed record ResumeWorkflow(string? InstanceId, string? ActivityExecutionId, string? BookmarkId, string OutcomeCode, JsonElement? Data) : TaskFollowUp;

/// <summary>A task that had been finished was submitted again: replace what the flow keeps of it; no bookmark is consumed.</summary>
/// <param name="InstanceId">Workflow instance.</param>
/// <param name="ActivityExecutionId">Execution of the activity that asked for the task.</param>
/// <param name="OutcomeCode">The new outcome.</param>
/// <param name="Data">What was submitted now.</param>
public sealed record UpdateWorkflowOutput(string? InstanceId, string? ActivityExecutionId, string OutcomeCode, JsonElement? Data) : TaskFollowUp;

/// <summary>What the product does to another task of the instance.</summary>
public enum OtherTaskChange
{
    /// <summary>Give it back to whom completed it (<see cref="Commands.ReopenTask"/>).</summary>
    Reopen,

    /// <summary>Let it wait (<see cref="Commands.SuspendTask"/>).</summary>
    Suspend,

    /// <summary>Let it go on (<see cref="Commands.ResumeTask"/>).</summary>
    Resume,

    /// <summary>It is not its signer's turn any more (<see cref="Commands.WaitForTurn"/>).</summary>
    Wait,

    /// <summary>It is its signer's turn again (<see cref="Commands.TakeTurn"/>).</summary>
    TakeTurn,

    /// <summary>No answer is needed any more (<see cref="Commands.DropTask"/>).</summary>
    Drop,
}

/// <summary>Another task of the instance must change too; send it the command of that name as <see cref="Actor.System"/>.</summary>
/// <param name="TaskId">The other task.</param>
/// <param name="Change">What happens to it.</param>
/// <param name="ByTaskId">The task that asks.</param>
/// <param name="Reason">Why, in the words of the person who asked.</param>
public sealed record ChangeOtherTask(string TaskId, OtherTaskChange Change, string ByTaskId, string Reason) : TaskFollowUp
{
    /// <summary>Who submitted anew what the other task decides about, in their own name or in another's.</summary>
    public IReadOnlyList<string> SubmitterIds { get; init; } = [];
}

/// <summary>A signer has answered: tell the round (<see cref="Signing.SigningRound.Answer"/>).</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="OutcomeCode">The outcome.</param>
/// <param name="Meaning">What it counts as.</param>
/// <param name="SignedBy">Who answered; a proxy or whoever the task was handed to may differ from the seat's person.</param>
/// <param name="Opinion">Opinion given.</param>
/// <param name="Data">What was submitted.</param>
public sealed record AnswerSeat(string RoundId, string SeatId, string OutcomeCode, OutcomeMeaning Meaning, PersonRef SignedBy, string? Opinion, JsonElement? Data) : TaskFollowUp;

/// <summary>A signer sent the matter back: the other signers wait.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SeatId">The seat that sent it back.</param>
/// <param name="Reason">Why.</param>
public sealed record PauseRound(string RoundId, string SeatId, string Reason) : TaskFollowUp;

/// <summary>The matter was submitted again: the signers go on.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SeatId">The seat that had sent it back.</param>
public sealed record ResumeRound(string RoundId, string SeatId) : TaskFollowUp;

/// <summary>A signer took the answer back while the round goes on.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SeatId">The seat.</param>
public sealed record WithdrawAnswer(string RoundId, string SeatId) : TaskFollowUp;

/// <summary>加签: seat more signers; make the round with <see cref="Signing.SigningRound.Around"/> when the task had none.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="AnchorSeatId">The seat they are placed by.</param>
/// <param name="Placement">Before, after or beside it.</param>
/// <param name="People">The signers.</param>
/// <param name="AddedBy">Who added them.</param>
public sealed record AddSeats(string RoundId, string AnchorSeatId, Signing.SeatPlacement Placement, IReadOnlyList<PersonRef> People, PersonRef AddedBy) : TaskFollowUp;

/// <summary>减签: take a signer's seat away.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SeatId">The seat.</param>
public sealed record RemoveSeat(string RoundId, string SeatId) : TaskFollowUp;

/// <summary>A signer's turn has come: open their task, with this id, for this person (delegation applies now).</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="TaskId">Id of the new task.</param>
/// <param name="PersonId">The signer.</param>
public sealed record OpenSeatTask(string RoundId, string SeatId, string TaskId, string PersonId) : TaskFollowUp;

/// <summary>Why people are told.</summary>
public enum NoticeKind
{
    /// <summary>They have a new task, or may claim one.</summary>
    TaskGiven,

    /// <summary>Their task was taken from them or is not needed any more.</summary>
    TaskTaken,

    /// <summary>They are urged.</summary>
    Urged,

    /// <summary>They get a copy.</summary>
    Copied,

    /// <summary>Their submission came back.</summary>
    SentBack,

    /// <summary>Their deadline changed.</summary>
    DeadlineChanged,

    /// <summary>They are mentioned in a comment.</summary>
    Mentioned,
}

/// <summary>People to tell, by mail and in the portal, outside of quiet hours.</summary>
/// <param name="Kind">Why.</param>
/// <param name="PersonIds">Whom; empty means all candidates of the task.</param>
/// <param name="Text">What, in Chinese.</param>
public sealed record NotifyPeople(NoticeKind Kind, IReadOnlyList<string> PersonIds, string Text) : TaskFollowUp;
