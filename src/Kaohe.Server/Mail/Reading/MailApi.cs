using Kaohe.Server.Identity;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Shell.Http;
using Microsoft.Extensions.Options;
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
        endpoints.MapPost("/api/mails/cancel", CancelAsync);
    }

    private static async Task<IResult> ContentAsync(
        string key, HttpContext http, MailReader reader, MailFolder folder, ICurrentActor current, IOptions<MailOptions> options, IConfiguration configuration, CancellationToken cancel)
    {
        if (await MessageAsync(key, reader, folder, current, cancel) is not { } message)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = FramePolicy;
        var html = message.HtmlBody ?? $"<pre>{System.Net.WebUtility.HtmlEncode(message.TextBody)}</pre>";

        // Whoever looks through the log must not act in the recipient's place. In the demo's mailbox people play the recipients.
        var actor = await current.GetAsync(cancel);
        var isOwn = (await reader.FindAsync(key, actor, cancel))?.PersonId == actor.Id || (options.Value.Mode == MailMode.Pickup && configuration.GetValue<bool>("Demo:Enabled"));
        return TypedResults.Content(isOwn ? html : PersonalMail.WithoutTokens(html), "text/html; charset=utf-8");
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

    private static async Task<IResult> ResendAsync(MailRequest request, MailActs acts, CancellationToken cancel) => await acts.ResendAsync(request.Key, cancel) switch
    {
        true => TypedResults.NoContent(),
        false => Problems.Result(StatusCodes.Status404NotFound, "没有这封邮件，或者您无权重发。"),
    };

    private static async Task<IResult> CancelAsync(MailRequest request, MailActs acts, CancellationToken cancel) => await acts.CancelAsync(request.Key, cancel) switch
    {
        true => TypedResults.NoContent(),
        false => Problems.Result(StatusCodes.Status409Conflict, "这封邮件已经发出或已取消，或者您无权取消。"),
    };

    private static async Task<MimeMessage?> MessageAsync(string key, MailReader reader, MailFolder folder, ICurrentActor current, CancellationToken cancel) =>
        await reader.FindAsync(key, await current.GetAsync(cancel), cancel) is { EmlPath: { } path } ? await folder.ReadAsync(path, cancel) : null;

    /// <summary>Which mail.</summary>
    internal sealed record MailRequest(string Key);
}
