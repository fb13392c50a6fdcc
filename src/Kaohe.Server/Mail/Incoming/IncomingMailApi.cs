using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>Received mails for programs, and their attachments. A file is only ever downloaded, never shown as part of our pages.</summary>
internal static class IncomingMailApi
{
    public static void MapIncomingMailApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/mail/received/attachment", AttachmentAsync);
        var api = endpoints.MapGroup("/api/received-mails");
        api.MapPost("/{id}/assign", async (string id, AssignRequest request, IncomingMailActs acts, CancellationToken cancel) => await AnswerAsync(() => acts.AssignAsync(id, request.TaskId, cancel)));
        api.MapPost("/{id}/answer", async (string id, WordsRequest request, IncomingMailActs acts, CancellationToken cancel) => await AnswerAsync(() => acts.AnswerAsync(id, request.Text, cancel)));
        api.MapPost("/{id}/discard", async (string id, WordsRequest request, IncomingMailActs acts, CancellationToken cancel) => await AnswerAsync(() => acts.DiscardAsync(id, request.Text, cancel)));
    }

    private static async Task<IResult> AttachmentAsync(string id, int index, IncomingMailActs acts, CancellationToken cancel)
    {
        try
        {
            return await acts.FindAsync(id, cancel) is var (_, files) && files.ElementAtOrDefault(index) is { } file
                ? TypedResults.File(file.Content.ToArray(), "application/octet-stream", Path.GetFileName(file.Name.Replace('\\', '/')))
                : TypedResults.NotFound();
        }
        catch (RefusedException)
        {
            return TypedResults.NotFound();
        }
    }

    private static async Task<IResult> AnswerAsync(Func<Task<IReadOnlyList<Office.Problem>>> act) => await act() is { Count: > 0 } problems ? Problems.Invalid(Problems.From(problems)) : TypedResults.NoContent();

    /// <summary>With which task to file a mail.</summary>
    internal sealed record AssignRequest(string TaskId);

    /// <summary>An answer, or a reason.</summary>
    internal sealed record WordsRequest(string? Text);
}
