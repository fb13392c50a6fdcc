using MailKit.Security;

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

    /// <summary>The mail server, for <see cref="MailMode.Smtp"/>.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Settings under <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name of the server.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>Account; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Mails after which the connection is made anew: servers limit a session.</summary>
    public int MailsPerConnection { get; set; } = 50;
}
