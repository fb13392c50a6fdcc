namespace Kaohe.Server.Mail;

/// <summary>Settings under <c>Mail:Dkim</c> (RFC 6376); without a key file mails are not signed.</summary>
public sealed class DkimOptions
{
    /// <summary>File of the RSA private key, PEM.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The signing domain; empty for that of <see cref="MailOptions.From"/>.</summary>
    public string Domain { get; set; } = "";

    /// <summary>The selector under which the public key stands in DNS.</summary>
    public string Selector { get; set; } = "kaohe";
}
