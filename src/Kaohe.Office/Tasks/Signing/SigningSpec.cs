using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Signing;

/// <summary>How a flow wants several people to answer.</summary>
/// <param name="Mode">会签, 或签, n of m or 依次.</param>
/// <param name="RequiredCount">How many must agree, for <see cref="SigningMode.Count"/>.</param>
/// <param name="AfterReturn">What happens to earlier answers when a matter that was sent back comes again.</param>
public sealed record SigningSpec(SigningMode Mode, int RequiredCount = 0, AnswersAfterReturn AfterReturn = AnswersAfterReturn.Keep)
{
    /// <summary>Id of the round that is made for a task.</summary>
    /// <param name="taskId">Id that the task would have had alone.</param>
    public static string RoundIdOf(string taskId) => $"round-{taskId}";

    /// <summary>
    /// The round for a task: a seat for everybody behind its candidates, in the order in which the candidates are listed. Whoever submitted the matter
    /// gets no seat where it is decided.
    /// </summary>
    /// <param name="request">The task that one person alone would get.</param>
    /// <param name="directory">All people.</param>
    public SigningRound RoundOf(NewTask request, OfficeDirectory directory) => new()
    {
        Id = RoundIdOf(request.Id),
        Mode = Mode,
        RequiredCount = RequiredCount,
        AfterReturn = AfterReturn,
        Seats = SigningRound.SeatsFor(request.Candidates
            .SelectMany(candidate => directory.Expand([candidate]))
            .DistinctBy(person => person.Id)
            .Where(person => !request.IsApproval || !request.SubmitterIds.Contains(person.Id))
            .Select(person => person.Ref)),
        Template = request,
        InstanceId = request.InstanceId,
        ActivityExecutionId = request.ActivityExecutionId,
        BookmarkId = request.BookmarkId,
    };
}
