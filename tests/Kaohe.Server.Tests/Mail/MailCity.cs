using System.Security.Cryptography;
using Kaohe.Activities.Effects;
using Kaohe.Server.Tests.Documents;
using Kaohe.Storage.Mail;
using Kaohe.TestMail;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;

namespace Kaohe.Server.Tests.Mail;

/// <summary>The server with a real mail server to send through, a key to sign with, and three mails to a session.</summary>
public sealed class MailCity : DocumentCity, IDkimPublicKeyLocator
{
    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The mail servers.</summary>
    public MailServers Servers { get; } = new();

    private string KeyFile => Path.Combine(Folder, "dkim.pem");

    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings,
        "--Mail:Mode=Smtp",
        "--Mail:From=kaohe@kaohe.test",
        $"--Mail:Smtp:Host={MailServers.Host}",
        $"--Mail:Smtp:Port={Servers.SmtpPort}",
        "--Mail:Smtp:Security=None",
        "--Mail:Smtp:MailsPerConnection=3",
        "--Mail:RetryAfter=00:00:00.2",
        $"--Mail:Dkim:KeyFile={KeyFile}",
        "--Mail:Dkim:Selector=spring",
    ];

    public override async ValueTask InitializeAsync()
    {
        await Servers.InitializeAsync();
        await File.WriteAllTextAsync(KeyFile, _key.ExportPkcs8PrivateKeyPem(), Cancel);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Servers.DisposeAsync();
        _key.Dispose();
    }

    /// <summary>Asks for a mail as a flow does.</summary>
    public Task SendAsync(string subject, params string[] addresses) => AskAsync(
        KaoheEffects.SendEmail, new SendEmail { CycleYear = Year, Addresses = addresses, Subject = subject, Body = "请于期限内办理。\n\n打开办理：https://kaohe.example/tasks/1" }, Guid.NewGuid().ToString("N"));

    /// <summary>Waits until a mail stands as it should.</summary>
    public Task<MailRow> MailAsync(string subject, Func<MailRow, bool> until) => WaitAsync(db => db.Set<MailRow>().Where(row => row.Subject == subject), until);

    /// <summary>The public key as DNS would answer: only for the site's own domain and selector.</summary>
    public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
    {
        Assert.Equal(("kaohe.test", "spring"), (domain, selector));
        using var pem = new PemReader(new StringReader(_key.ExportSubjectPublicKeyInfoPem()));
        return (AsymmetricKeyParameter)pem.ReadObject();
    }

    public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
}
