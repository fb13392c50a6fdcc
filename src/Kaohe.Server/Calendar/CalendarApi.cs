using Kaohe.Office.Calendar;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Calendar;

/// <summary>A deadline that moves, as programs see it.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">Last day now.</param>
/// <param name="To">Last day by the new table.</param>
internal sealed record MovedDeadlineResult(string TaskId, string Title, DateOnly From, DateOnly To);

/// <summary>Endpoints of the calendar.</summary>
internal static class CalendarApi
{
    public static void MapCalendarApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/calendar");
        api.MapGet("/years", (IOfficeCalendar calendar) => calendar.Current.Years);
        api.MapGet("/days/{date}", (DateOnly date, IOfficeCalendar calendar) => calendar.Current.Describe(date));
        api.MapPost("/years/preview", async (CalendarYear table, CalendarYears years, CancellationToken cancel) => Answer(await years.PreviewAsync(table, cancel)))
            .RequireAuthorization(policy => policy.RequireRole(RoleCodes.Office, RoleCodes.Administrator));
        api.MapPost("/years", async (CalendarYear table, CalendarYears years, ICurrentActor current, CancellationToken cancel) =>
            Answer(await years.SaveAsync(await current.GetAsync(cancel), table, cancellationToken: cancel)))
            .RequireAuthorization(policy => policy.RequireRole(RoleCodes.Office, RoleCodes.Administrator));
    }

    private static IResult Answer(CalendarPreview preview) => preview.Problems.Count > 0
        ? Problems.Invalid(Problems.From(preview.Problems))
        : TypedResults.Ok(preview.Moved.Select(moved => new MovedDeadlineResult(moved.Task.Id, moved.Task.Title, moved.From, moved.To)));
}
