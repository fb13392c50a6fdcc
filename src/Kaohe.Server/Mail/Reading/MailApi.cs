using Kaohe.Server.Identity;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using MimeKit;

namespace Kaohe.Server.Mail.Reading;

/// <summary>Contents of mails for the page 邮件, and sending again.</summary>
internal static class MailApi
{
    // The frame that shows a mail runs nothing and loads nothing, whatever the mail holds.
    private const string FramePolicy = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    public static void MapMailApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/mail/content", ContentAsync);
        endpoints.MapGet("/mail/attachment", AttachmentAsync);
        endpoints.MapPost("/api/mails/resend", ResendAsync);
    }

    private static async Task<IResult> ContentAsync(string key, HttpContext http, MailReader reader, MailFolder folder, ICurrentActor current, CancellationToken cancel)
    {
        if (await MessageAsync(key, reader, folder, current, cancel) is not { } message)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = FramePolicy;
        return TypedResults.Content(message.HtmlBody ?? $"<pre>{System.Net.WebUtility.HtmlEncode(message.TextBody)}</pre>", "text/html; charset=utf-8");
    }

    private static async Task<IResult> AttachmentAsync(string key, int index, MailReader reader, MailFolder folder, ICurrentActor current, CancellationToken cancel)
    {
        if (await MessageAsync(key, reader, folder, current, cancel) is not { } message
            || message.Attachments.OfType<MimePart>().ElementAtOrDefault(index) is not { Content: { } content } part)
        {
            return TypedResults.NotFound();
        }

        using var copy = new MemoryStream();
        await content.DecodeToAsync(copy, cancel);
        return TypedResults.File(copy.ToArray(), part.ContentType.MimeType, part.FileName ?? "附件");
    }

    private static async Task<IResult> ResendAsync(ResendRequest request, MailResend resend, CancellationToken cancel) => await resend.SendAsync(request.Key, cancel) switch
    {
        true => TypedResults.NoContent(),
        false => Problems.Result(StatusCodes.Status404NotFound, "没有这封邮件，或者您无权重发。"),
    };

    private static async Task<MimeMessage?> MessageAsync(string key, MailReader reader, MailFolder folder, ICurrentActor current, CancellationToken cancel) =>
        await reader.FindAsync(key, await current.GetAsync(cancel), cancel) is { EmlPath: { } path } ? await folder.ReadAsync(path, cancel) : null;

    /// <summary>Which mail to send again.</summary>
    internal sealed record ResendRequest(string Key);
}

/// <summary>Sends a mail again, to the address that the person has now.</summary>
public sealed class MailResend(ICurrentActor current, IOfficePeople people, MailDesk desk, IWriteLane lane, TimeProvider clock)
{
    /// <summary>Sends it.</summary>
    /// <returns>False when there is no such mail or the person may not.</returns>
    public async Task<bool> SendAsync(string key, CancellationToken cancellationToken = default)
    {
        if (!MailAccess.MayResend(await current.GetAsync(cancellationToken)))
        {
            return false;
        }

        var directory = await people.DirectoryAsync(cancellationToken);
        return await lane.RunAsync(
            async (db, cancel) => await db.Mails.FindAsync([key], cancel) is { } old
                && await desk.ResendAsync(db, old, old.PersonId is { } person ? directory.Find(person)?.Email : null, clock.GetUtcNow(), cancel),
            cancellationToken);
    }
}
