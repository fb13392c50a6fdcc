using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Calendar;

/// <summary>Where the demo's clock is to go: a day, or working days from now.</summary>
/// <param name="Date">To the morning of this day; null for <paramref name="WorkingDays"/>.</param>
/// <param name="WorkingDays">Working days from today.</param>
public sealed record MoveClockRequest(DateOnly? Date, int? WorkingDays);

/// <summary>Endpoints of the demo's clock; there are none without the demo.</summary>
internal static class DemoClockApi
{
    private const int MostDays = 400;

    public static void MapDemoClockApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/demo-clock").RequireAuthorization(policy => policy.RequireRole(RoleCodes.Office, RoleCodes.Administrator));
        api.MapGet("/", (DemoClock clock) => new { now = clock.GetUtcNow(), ahead = clock.Ahead });
        api.MapPost("/move", MoveAsync);
    }

    private static async Task<IResult> MoveAsync(MoveClockRequest request, DemoClock clock, DemoClockMover mover, IOfficeCalendar calendar, CancellationToken cancel)
    {
        var today = Office.OfficeTime.DateOf(clock.GetUtcNow());
        if (request is { Date: null, WorkingDays: not (> 0 and <= MostDays) } || (request.Date is { } day && (day <= today || day > today.AddDays(MostDays))))
        {
            return Problems.Invalid([new FieldProblem("date", $"请选择今天（{today:yyyy-MM-dd}）以后 {MostDays} 天以内的日期，或填写 1 到 {MostDays} 个工作日；演练时钟只能向前走。")]);
        }

        var date = request.Date ?? calendar.Current.AddWorkingDays(today, request.WorkingDays!.Value).Date;
        await mover.MoveAsync(DemoClockMover.MorningOf(date), cancellationToken: cancel);
        return TypedResults.Ok(new { now = clock.GetUtcNow() });
    }
}
