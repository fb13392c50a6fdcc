using Kaohe.Office.Tasks;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Commands;

namespace Kaohe.Server.Tasks.Api;

/// <summary>A task after a command, for programs.</summary>
/// <param name="Id">The task.</param>
/// <param name="Revision">Revision to name in the next command.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AssigneeName">Who has it.</param>
/// <param name="DueAt">Deadline.</param>
/// <param name="IsRepeat">Whether the same operation was applied before.</param>
public sealed record TaskCommandResult(string Id, long Revision, TaskState State, string? AssigneeName, DateTimeOffset? DueAt, bool IsRepeat);

/// <summary>Answers of the endpoints.</summary>
internal static class TaskResults
{
    public static IResult Of(TaskAnswer answer) => answer.Kind switch
    {
        TaskAnswerKind.Done => TypedResults.Ok(new TaskCommandResult(
            answer.Task!.Id, answer.Task.Revision, answer.Task.State, answer.Task.AssigneeName, answer.Task.DueAt, answer.IsRepeat)),
        TaskAnswerKind.NotFound => Refused(StatusCodes.Status404NotFound, answer),
        TaskAnswerKind.Forbidden => Refused(StatusCodes.Status403Forbidden, answer),
        TaskAnswerKind.Conflict => Refused(StatusCodes.Status409Conflict, answer),
        _ => TypedResults.Problem(Problems.Details(StatusCodes.Status422UnprocessableEntity, problems: Problems.From(answer.Problems))),
    };

    private static IResult Refused(int status, TaskAnswer answer) =>
        TypedResults.Problem(Problems.Details(status, answer.Problems[0].Message, Problems.From(answer.Problems)));
}
