using Kaohe.Activities;
using Kaohe.Office.Tasks;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Commands;

namespace Kaohe.Server.Board;

/// <summary>Another deadline for a step.</summary>
/// <param name="Date">New last day.</param>
/// <param name="Reason">Why.</param>
public sealed record StepDeadlineRequest(DateOnly Date, string? Reason);

/// <summary>The end of a step although something is missing.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Reasons">Reason by unit; null for none.</param>
public sealed record StepCloseRequest(string? Reason, IReadOnlyDictionary<string, string>? Reasons);

/// <summary>催办 of several tasks.</summary>
/// <param name="TaskIds">The tasks.</param>
/// <param name="Message">Words to the people.</param>
public sealed record UrgeManyRequest(IReadOnlyList<string> TaskIds, string? Message);

/// <summary>How urging several tasks went.</summary>
/// <param name="Urged">How many were urged.</param>
/// <param name="Problems">Why others were not, one sentence each.</param>
public sealed record UrgeManyResult(int Urged, IReadOnlyList<string> Problems);

/// <summary>Endpoints of the board.</summary>
internal static class BoardApi
{
    public static void MapBoardApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/board/{year:int}", async (int year, BoardReader board, CancellationToken cancel) => await board.ReadAsync(year, cancel))
            .RequireAuthorization(policy => policy.RequireRole(RoleCodes.Office, RoleCodes.Leader));
        var office = endpoints.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(RoleCodes.Office));
        office.MapPost("/board/urge", async (UrgeManyRequest request, BoardUrging urging, ICurrentActor current, CancellationToken cancel) =>
            await urging.UrgeAsync(await current.GetAsync(cancel), request.TaskIds, request.Message, cancel));
        office.MapPost("/cycles/{year:int}/steps/{step}/change-deadline", async (int year, string step, StepDeadlineRequest request, StepDesk desk, ICurrentActor current, CancellationToken cancel) =>
            Answer(await desk.ChangeDeadlineAsync(await current.GetAsync(cancel), year, step, request.Date, request.Reason, cancel)));
        office.MapPost("/cycles/{year:int}/steps/{step}/close", async (int year, string step, StepCloseRequest request, StepDesk desk, ICurrentActor current, CancellationToken cancel) =>
            Answer(await desk.CloseAsync(await current.GetAsync(cancel), year, step, request.Reason, request.Reasons, cancel)));
    }

    private static IResult Answer(IReadOnlyList<Office.Problem> problems) => problems.Count == 0 ? TypedResults.Accepted((string?)null) : Problems.Invalid(Problems.From(problems));
}
