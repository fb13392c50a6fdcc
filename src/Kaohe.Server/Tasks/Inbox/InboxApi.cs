using Kaohe.Office;
using Kaohe.Server.Identity;
using Kaohe.Server.Tasks.Api;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>A list as a file, and the calendar that needs no sign-in.</summary>
internal static class InboxApi
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapInboxApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/tasks/export", async (HttpRequest request, InboxSheet sheet, ICurrentActor current, TimeProvider clock, CancellationToken cancel) =>
        {
            var filter = InboxQuery.Read($"http://here{request.QueryString}").Filter();
            var name = $"{Pages.TaskWords.Box(filter.Box)}任务-{OfficeTime.DateOf(clock.GetUtcNow()):yyyyMMdd}.xlsx";
            return TypedResults.File(await sheet.WriteAsync(await current.GetAsync(cancel), filter, cancel), Excel, name);
        });
        endpoints.MapGet(CalendarFeeds.Folder + "{token}.ics", CalendarAsync).AllowAnonymous();
    }

    private static async Task<IResult> CalendarAsync(string token, HttpResponse response, CalendarFeeds feeds, CalendarFile file, CancellationToken cancel)
    {
        response.Headers.CacheControl = "private, no-store";
        return await feeds.ReadAsync(token, cancel) is { } feed
            ? TypedResults.Text(file.Write(feed), CalendarFile.ContentType)
            : TypedResults.NotFound();
    }
}
