using Kaohe.Office;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Reading;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Api;

/// <summary>Endpoints of tasks. Another unit's task answers like one that does not exist.</summary>
internal static class TaskApi
{
    public static void MapTaskApi(this IEndpointRouteBuilder endpoints)
    {
        var tasks = endpoints.MapGroup("/api/tasks");
        tasks.MapGet("/", ListAsync);
        tasks.MapGet("/count", async (InboxBox? box, ICurrentActor current, TaskInbox inbox, CancellationToken cancel) =>
            await inbox.CountAsync(await current.GetAsync(cancel), box ?? InboxBox.Todo, cancel));
        tasks.MapGet("/{id}", FindAsync);
        tasks.MapGet("/{id}/reads", async (string id, ICurrentActor current, TaskReader reader, CancellationToken cancel) =>
            (await reader.ReadsAsync(await current.GetAsync(cancel), id, cancel)).Select(read => new { read.PersonName, read.At }));
        Map<ClaimRequest>(tasks, "claim");
        Map<ReleaseRequest>(tasks, "release");
        Map<DraftRequest>(tasks, "draft");
        Map<CompleteRequest>(tasks, "complete");
        Map<ReturnRequest>(tasks, "return");
        Map<WithdrawRequest>(tasks, "withdraw");
        Map<HandOverRequest>(tasks, "hand-over");
        Map<DelegateRequest>(tasks, "delegate");
        Map<GiveBackRequest>(tasks, "give-back");
        Map<CopyRequest>(tasks, "copy");
        Map<UrgeRequest>(tasks, "urge");
        Map<CommentRequest>(tasks, "comment");
        Map<AddSignersRequest>(tasks, "add-signers");
        Map<RemoveSignerRequest>(tasks, "remove-signer");
        Map<ChangeDeadlineRequest>(tasks, "change-deadline");
        Map<SubstituteRequest>(tasks, "substitute");
        Map<CloseRequest>(tasks, "close");
        tasks.MapAttachmentApi();
    }

    private static void Map<TRequest>(RouteGroupBuilder tasks, string verb)
        where TRequest : TaskRequest => tasks.MapPost($"/{{id}}/{verb}", async (string id, TRequest request, ICurrentActor current, TaskCommands commands, CancellationToken cancel) =>
            TaskResults.Of(await commands.SendAsync(await current.GetAsync(cancel), id, request, cancel)));

    private static async Task<IResult> ListAsync([AsParameters] TaskListQuery query, ICurrentActor current, TaskInbox inbox, CancellationToken cancel) => TypedResults.Json(
        await inbox.ListAsync(await current.GetAsync(cancel), query.Filter(), PageRequest.Number(query.Page ?? 0, query.Size ?? 50), cancel), OfficeJson.Options);

    private static async Task<IResult> FindAsync(string id, ICurrentActor current, TaskReader reader, CancellationToken cancel) =>
        await reader.FindAsync(await current.GetAsync(cancel), id, cancel) is { } view
            ? TypedResults.Json(TaskDocument.Of(view), OfficeJson.Options)
            : TypedResults.Problem(Problems.Details(StatusCodes.Status404NotFound, TaskAnswer.NotFound.Problems[0].Message));
}

/// <summary>What a list of tasks may be narrowed to.</summary>
/// <param name="Box">Box; 待办 when left out.</param>
/// <param name="Due">By deadline.</param>
/// <param name="Year">Assessment year.</param>
/// <param name="Step">Step code.</param>
/// <param name="Unit">Unit id.</param>
/// <param name="Kind">Kind of work.</param>
/// <param name="Text">Part of the title.</param>
/// <param name="Live">Only live or only ended ones.</param>
/// <param name="From">Due on or after this day.</param>
/// <param name="To">Due on or before this day.</param>
/// <param name="Sort">In which order.</param>
/// <param name="Page">Page, from 0.</param>
/// <param name="Size">Tasks a page.</param>
internal sealed record TaskListQuery(
    InboxBox? Box, InboxDue? Due, int? Year, string? Step, string? Unit, string? Kind, string? Text, bool? Live, DateOnly? From, DateOnly? To, InboxSort? Sort, int? Page, int? Size)
{
    public InboxFilter Filter() => new()
    {
        Box = Box ?? InboxBox.Todo, Due = Due ?? InboxDue.Any, CycleYear = Year, StepCode = Step, UnitId = Unit, Kind = Kind, Text = Text, IsLive = Live,
        DueFrom = From, DueTo = To, Sort = Sort ?? InboxSort.Due,
    };
}
