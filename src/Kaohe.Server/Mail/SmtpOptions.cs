using MailKit.Security;

namespace Kaohe.Server.Mail;

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

    /// <summary>Mails a minute to the addresses of one domain, for each node; 0 for no limit.</summary>
    public int MailsPerDomainAndMinute { get; set; }
}
