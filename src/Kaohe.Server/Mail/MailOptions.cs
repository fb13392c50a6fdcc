namespace Kaohe.Server.Mail;

/// <summary>How mail leaves.</summary>
public enum MailMode
{
    /// <summary>As .eml files under <c>Data:Folder/mail</c>; nothing leaves the machine.</summary>
    Pickup,

    /// <summary>Through a mail server.</summary>
    Smtp,
}

/// <summary>Settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>How mail leaves.</summary>
    public MailMode Mode { get; set; } = MailMode.Pickup;

    /// <summary>Address of the sender.</summary>
    public string From { get; set; } = "kaohe@localhost";

    /// <summary>Name of the sender.</summary>
    public string FromName { get; set; } = "考核工作流程";

    /// <summary>Folder of the mail templates.</summary>
    public string Templates { get; set; } = "templates/mail";

    /// <summary>How long a mail waits for others to the same person, to leave with them as one; zero for not at all.</summary>
    public TimeSpan DigestWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether nothing leaves at night and on days off.</summary>
    public bool QuietHours { get; set; } = true;

    /// <summary>Pause before the second attempt; it doubles with each further one.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a mail that the server does not take for now is tried again.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(4);

    /// <summary>How long the tokens of a mail are kept after its task has ended.</summary>
    public TimeSpan KeepTokens { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The mail server, for <see cref="MailMode.Smtp"/>.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The signature that lets receivers check where a mail comes from.</summary>
    public DkimOptions Dkim { get; set; } = new();

    /// <summary>The mailbox that replies come to.</summary>
    public ImapOptions Imap { get; set; } = new();

    /// <summary>Address that replies go to.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ReplyAddress => Imap.Address.Length > 0 ? Imap.Address : From;
}
