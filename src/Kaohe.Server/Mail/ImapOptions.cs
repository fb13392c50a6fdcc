using MailKit.Security;

namespace Kaohe.Server.Mail;

/// <summary>Settings under <c>Mail:Imap</c>: the mailbox that replies and bounces come to.</summary>
public sealed class ImapOptions
{
    /// <summary>Name of the server; empty: no mailbox is read, and mails ask nobody to reply.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port.</summary>
    public int Port { get; set; } = 993;

    /// <summary>How the connection is protected.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.SslOnConnect;

    /// <summary>Account.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Folder that is read.</summary>
    public string Folder { get; set; } = "INBOX";

    /// <summary>Folder that read mails are moved to; made when it is not there.</summary>
    public string ProcessedFolder { get; set; } = "已处理";

    /// <summary>Address that replies go to; empty for the sender's. The mail server must deliver its plus-addresses to the same mailbox.</summary>
    public string Address { get; set; } = "";

    /// <summary>How often the mailbox is looked at where the server does not tell of new mail (IDLE), and after a fault.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether 同意 and 退回 in the first line of a reply decide an approval. Needs <see cref="TrustedServer"/>.</summary>
    public bool AcceptsDecisions { get; set; }

    /// <summary>Name under which the site's own receiving server writes <c>Authentication-Results</c> (RFC 8601); empty: no result is believed.</summary>
    public string TrustedServer { get; set; } = "";
}
