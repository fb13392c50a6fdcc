using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;

namespace Kaohe.Server.Mail.Composing;

/// <summary>Signs messages with the site's key (DKIM, RFC 6376), when a key is set.</summary>
/// <param name="options">Key, domain and selector.</param>
public sealed class MailSigner(IOptions<MailOptions> options)
{
    private static readonly HeaderId[] _signed =
        [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.ReplyTo, HeaderId.MimeVersion, HeaderId.ContentType];

    private readonly Lazy<DkimSigner?> _signer = new(() => Open(options.Value));

    /// <summary>Signs a message; nothing is to be changed in it afterwards. Without a key it is left as it is.</summary>
    /// <exception cref="FileNotFoundException">The key file is not there.</exception>
    public void Sign(MimeMessage message)
    {
        if (_signer.Value is { } signer)
        {
            message.Prepare(EncodingConstraint.SevenBit);
            signer.Sign(message, [.. _signed.Where(message.Headers.Contains)]);
        }
    }

    private static DkimSigner? Open(MailOptions mail)
    {
        if (mail.Dkim.KeyFile.Length == 0)
        {
            return null;
        }

        var domain = mail.Dkim.Domain.Length > 0 ? mail.Dkim.Domain : mail.From[(mail.From.LastIndexOf('@') + 1)..];
        return new DkimSigner(Path.GetFullPath(mail.Dkim.KeyFile), domain, mail.Dkim.Selector, DkimSignatureAlgorithm.RsaSha256)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            AgentOrUserIdentifier = $"@{domain}",
        };
    }
}
