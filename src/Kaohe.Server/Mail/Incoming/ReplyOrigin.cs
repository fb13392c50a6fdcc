using Kaohe.Office.People;
using Kaohe.Server.Mail.Links;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>The mail of ours that a reply answers.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="TaskId">The task that it is about; null when it is about none.</param>
/// <param name="ByToken">Whether the reply carries the mail's token; otherwise it only names its Message-ID.</param>
public sealed record ReplyOrigin(MailRow Mail, string? TaskId, bool ByToken)
{
    /// <summary>The mails that one message told, when they were about several things; none otherwise.</summary>
    public IReadOnlyList<MailRow> Told { get; init; } = [];
}

/// <summary>Finds out what a mail answers, and whether it comes from whom we wrote to.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="tokens">Recognises tokens.</param>
/// <param name="actors">People.</param>
/// <param name="options">The trusted server.</param>
public sealed class ReplyOrigins(IDbContextFactory<KaoheDb> databases, MailTokens tokens, MailActors actors, IOptions<MailOptions> options)
{
    /// <summary>The mail that it answers, by the token in its address or by the Message-IDs that it names.</summary>
    public async Task<ReplyOrigin?> FindAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var token in mail.Tokens)
        {
            if (await tokens.FindAsync(token, MailTokenPurpose.Reply, cancellationToken) is { } row && await db.Mails.AsNoTracking().FirstOrDefaultAsync(one => one.Key == row.MailKey, cancellationToken) is { } answered)
            {
                return new ReplyOrigin(answered, row.TaskId, ByToken: true);
            }
        }

        var ids = mail.Answers.Take(20).ToList();
        var named = await db.Mails.AsNoTracking().Where(one => one.MessageId != null && ids.Contains(one.MessageId)).ToListAsync(cancellationToken);
        if (named.MinBy(one => ids.IndexOf(one.MessageId!)) is not { } nearest)
        {
            return null;
        }

        // A message that tells of several tasks does not say which of them the reply is about.
        List<MailRow> told = [nearest, .. await db.Mails.AsNoTracking().Where(one => one.HeadKey == nearest.Key).OrderBy(one => one.CreatedAt).ThenBy(one => one.Key).ToListAsync(cancellationToken)];
        var tasks = told.Select(one => one.TaskId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return tasks.Count <= 1 ? new ReplyOrigin(nearest, tasks.FirstOrDefault(), ByToken: false) : new ReplyOrigin(nearest, TaskId: null, ByToken: false) { Told = told };
    }

    /// <summary>The person that a reply comes from.</summary>
    /// <returns>The person, or why the mail is not taken for theirs.</returns>
    public async Task<(Actor? Actor, string? Doubt)> SenderAsync(IncomingMail mail, ReplyOrigin origin, CancellationToken cancellationToken)
    {
        if (origin.Mail.PersonId is not { } id || await actors.FindAsync(id, cancellationToken) is not { } actor)
        {
            return (null, "原邮件的收件人现在不在人员名单中。");
        }

        if (mail.From.Length == 0 || !(Same(mail.From, actor.Person.Email) || Same(mail.From, origin.Mail.Address)))
        {
            return (null, $"发件地址不是{actor.Name}登记的邮箱，请核实后处理。");
        }

        return SenderAuthentication.Of(mail.Message, options.Value.Imap.TrustedServer) == SenderVerdict.Failed
            ? (null, "邮件服务器核验发件人不通过，可能是冒名邮件，请核实后处理。")
            : (actor, null);
    }

    /// <summary>Why a reply may not decide anything; null when it may.</summary>
    public string? DoubtAboutDecision(IncomingMail mail, ReplyOrigin origin)
    {
        var imap = options.Value.Imap;
        return !imap.AcceptsDecisions ? "本单位没有开通邮件审批。"
            : !origin.ByToken ? "回信没有带上本次任务的回信地址，请直接回复原邮件。"
            : SenderAuthentication.Of(mail.Message, imap.TrustedServer) != SenderVerdict.Passed ? "邮件服务器没有核验出发件人身份（DKIM、SPF）。"
            : null;
    }

    private static bool Same(string from, string? known) => known is { Length: > 0 } && string.Equals(from, known, StringComparison.OrdinalIgnoreCase);
}
