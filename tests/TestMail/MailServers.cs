using System.Net;
using System.Net.Sockets;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Search;
using MimeKit;
using Xunit;

namespace Kaohe.TestMail;

/// <summary>
/// A real OpenSMTPD and a real Dovecot on free loopback ports over one temporary folder. Every address of every domain is a mailbox named after its local
/// part (a plus-address falls into the mailbox before the plus), but three names that refuse: <see cref="Unknown"/>, <see cref="Busy"/> and
/// <see cref="Full"/>. Use it as a class fixture, or start it before a server host that needs its ports. Where it cannot run, <see cref="Missing"/> says why.
/// </summary>
public sealed class MailServers : IAsyncLifetime
{
    /// <summary>Where both servers listen.</summary>
    public const string Host = "127.0.0.1";

    /// <summary>Password of every mailbox.</summary>
    public const string Password = "kaohe-mail-2026";

    /// <summary>A mailbox name that is refused at once and for good (550).</summary>
    public const string Unknown = "unknown";

    /// <summary>A mailbox name that is always busy (451).</summary>
    public const string Busy = "busy";

    /// <summary>A mailbox name that is taken and bounces a moment later, with a delivery status notification to the sender.</summary>
    public const string Full = "full";

    private readonly string _folder = Directory.CreateTempSubdirectory("kaohe-mail-").FullName;
    private MailServerProcess? _smtp;
    private MailServerProcess? _imap;

    /// <summary>Whether the IMAP server offers to tell of new mail (IDLE).</summary>
    public bool Idles { get; init; } = true;

    /// <summary>Why the servers cannot run here; null when they do. Skip the test with it.</summary>
    public string? Missing { get; } = MailServerProcess.WhyMissing();

    /// <summary>Port of the SMTP server: no TLS, no sign-in.</summary>
    public int SmtpPort { get; } = FreePort();

    /// <summary>Port of the IMAP server: no TLS; the user is a whole address or its local part.</summary>
    public int ImapPort { get; } = FreePort();

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        await MailServerFolder.PrepareAsync(_folder, SmtpPort, ImapPort, Password, Idles);
        await Task.WhenAll(StartSmtpAsync(), StartImapAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(StopSmtpAsync(), StopImapAsync());
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the SMTP server again: what it had taken before it stopped, it delivers now.</summary>
    public async Task StartSmtpAsync() => _smtp ??= await MailServerProcess.StartAsync(_folder, "smtp.sh", SmtpPort);

    /// <summary>Stops the SMTP server; what it has taken stays in its queue, and what it is just putting into a mailbox it may put there again.</summary>
    public async Task StopSmtpAsync()
    {
        await (_smtp?.StopAsync() ?? Task.CompletedTask);
        _smtp = null;
    }

    /// <summary>Starts the IMAP server again.</summary>
    public async Task StartImapAsync() => _imap ??= await MailServerProcess.StartAsync(_folder, "imap.sh", ImapPort);

    /// <summary>Stops the IMAP server.</summary>
    public async Task StopImapAsync()
    {
        await (_imap?.StopAsync() ?? Task.CompletedTask);
        _imap = null;
    }

    /// <summary>Sends a mail as somebody's mail program does.</summary>
    public async Task SendAsync(MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(Host, SmtpPort, MailKit.Security.SecureSocketOptions.None, TestContext.Current.CancellationToken);
        await client.SendAsync(message, TestContext.Current.CancellationToken);
        await client.DisconnectAsync(quit: true, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs in to a mailbox.</summary>
    /// <param name="address">Whose.</param>
    public async Task<ImapClient> OpenAsync(string address)
    {
        var client = new ImapClient();
        await client.ConnectAsync(Host, ImapPort, MailKit.Security.SecureSocketOptions.None, TestContext.Current.CancellationToken);
        await client.AuthenticateAsync(address, Password, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Everything in a mailbox's inbox, read over IMAP.</summary>
    /// <param name="address">Whose.</param>
    /// <param name="folder">Another folder than the inbox.</param>
    public async Task<IReadOnlyList<MimeMessage>> ReadAsync(string address, string? folder = null)
    {
        using var client = await OpenAsync(address);
        var opened = folder is null ? client.Inbox! : await client.GetFolderAsync(folder, TestContext.Current.CancellationToken);
        await opened.OpenAsync(MailKit.FolderAccess.ReadOnly, TestContext.Current.CancellationToken);
        List<MimeMessage> messages = [];
        foreach (var id in await opened.SearchAsync(SearchQuery.All, TestContext.Current.CancellationToken))
        {
            messages.Add(await opened.GetMessageAsync(id, TestContext.Current.CancellationToken));
        }

        return messages;
    }

    /// <summary>Waits until a mailbox's inbox holds a mail, read over IMAP.</summary>
    /// <param name="address">Whose.</param>
    /// <param name="which">Which mail; any when null.</param>
    public async Task<MimeMessage> ReceiveAsync(string address, Func<MimeMessage, bool>? which = null)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            if ((await ReadAsync(address)).FirstOrDefault(which ?? (_ => true)) is { } message)
            {
                return message;
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
