using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Tasks.Attachments;

namespace Kaohe.Server.Mail.Links;

/// <summary>The papers and files that the page behind a mail link leads to; the same rights as everywhere.</summary>
internal static class LinkApi
{
    public static void MapLinkApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{PersonalMail.Page}/paper", PaperAsync).AllowAnonymous();
        endpoints.MapGet($"{PersonalMail.Page}/file", FileAsync).AllowAnonymous();
    }

    private static async Task<IResult> PaperAsync(string? k, string id, HttpContext http, LinkDesk desk, LinkLimits limits, DocumentReader reader, DocumentFiles files, CancellationToken cancel)
    {
        Guard(http);
        if (!limits.MayOpen(http)
            || (await desk.FindAsync(k, cancel))?.Documents.FirstOrDefault(paper => paper.Document.Id == id) is not { } paper
            || await reader.FilesAsync(paper, version: null, cancel) is not { PdfSha256: { } hash })
        {
            return TypedResults.NotFound();
        }

        return TypedResults.File(await files.ReadAsync(hash, cancel), DocumentFiles.Pdf);
    }

    private static async Task<IResult> FileAsync(string? k, string id, HttpContext http, LinkDesk desk, LinkLimits limits, TaskAttachments attachments, CancellationToken cancel)
    {
        Guard(http);
        if (!limits.MayOpen(http) || await desk.FindAsync(k, cancel) is not { View: { } view } link)
        {
            return TypedResults.NotFound();
        }

        var task = view.Files.Any(file => file.Id == id) ? view.Task.Id : view.Submitted is { } before && before.Files.Any(file => file.Id == id) ? before.TaskId : null;
        return task is not null && await attachments.OpenAsync(link.Actor, task, id, cancel) is var (file, content) ? TypedResults.File(content, file.ContentType, file.Name) : TypedResults.NotFound();
    }

    /// <summary>Keeps an address with a token in it out of caches, search engines and other sites' logs.</summary>
    public static void Guard(HttpContext http)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
