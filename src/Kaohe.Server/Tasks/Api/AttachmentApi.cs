using Kaohe.Office.Attachments;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Attachments;

namespace Kaohe.Server.Tasks.Api;

/// <summary>Endpoints of the files on tasks.</summary>
internal static class AttachmentApi
{
    public static void MapAttachmentApi(this IEndpointRouteBuilder tasks)
    {
        // The sign-in cookie is SameSite and every posting endpoint is guarded against other origins, so no antiforgery token is asked of programs.
        tasks.MapPost("/{id}/attachments", AddAsync).DisableAntiforgery();
        tasks.MapGet("/{id}/attachments/{file}", OpenAsync);
        tasks.MapDelete("/{id}/attachments/{file}", async (string id, string file, ICurrentActor current, TaskAttachments attachments, CancellationToken cancel) =>
            await attachments.RemoveAsync(await current.GetAsync(cancel), id, file, cancel) is { } refused ? TaskResults.Of(refused) : TypedResults.NoContent());
    }

    private static async Task<IResult> AddAsync(string id, IFormFile file, ICurrentActor current, TaskAttachments attachments, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        var content = await ReadAsync(stream, cancel);
        var (added, refused) = await attachments.AddAsync(await current.GetAsync(cancel), id, file.FileName, content, cancel);
        return refused is not null ? TaskResults.Of(refused) : TypedResults.Created($"/api/tasks/{id}/attachments/{added!.Id}", added);
    }

    private static async Task<IResult> OpenAsync(string id, string file, bool? inline, ICurrentActor current, TaskAttachments attachments, HttpContext http, CancellationToken cancel)
    {
        if (await attachments.OpenAsync(await current.GetAsync(cancel), id, file, cancel) is not { } found)
        {
            return Problems.Result(StatusCodes.Status404NotFound, "没有这个附件，或者您无权查看。");
        }

        http.Response.Headers.CacheControl = "private, no-store";
        // Shown inside the task's page without a name; the type is ours, by content, and browsers are told not to guess another.
        return TypedResults.File(found.Content, found.File.ContentType, inline == true ? null : found.File.Name);
    }

    /// <summary>Reads a stream, at most one byte past the limit, so that the rule can say that it is too large.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (memory.Length <= AttachmentRule.MaximumBytes
            && (read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, AttachmentRule.MaximumBytes + 1 - memory.Length)), cancellationToken)) > 0)
        {
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return memory.ToArray();
    }
}
