using Kaohe.Storage.Nodes;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>
/// Reads the mailbox, on one node at a time. The server tells of new mail (IDLE), or it is looked at every now and then. A mail is moved away only after it is on
/// record; one that is read twice, by a crash in between, is known by its Message-ID and does nothing.
/// </summary>
/// <param name="desk">Takes the mails.</param>
/// <param name="singletons">One node at a time.</param>
/// <param name="options">The mailbox.</param>
/// <param name="lifetime">Reading begins when the product has started.</param>
/// <param name="clock">Waits.</param>
/// <param name="logger">Faults of the connection; never what a mail says.</param>
internal sealed class ImapReader(
    IncomingMailDesk desk, ISingletons singletons, IOptions<MailOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<ImapReader> logger) : BackgroundService
{
    private const int LargestMail = 80 * 1024 * 1024;

    // Servers end a session that has been silent for half an hour.
    private static readonly TimeSpan _longestIdle = TimeSpan.FromMinutes(9);

    private ImapOptions Settings => options.Value.Imap;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Settings.Host.Length == 0)
        {
            return;
        }

        try
        {
            await StartedAsync(stoppingToken);
            await singletons.RunAsync("mail-reader", ReadAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    // A mailbox that is away must not end the product.
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var client = new ImapClient();
                await client.ConnectAsync(Settings.Host, Settings.Port, Settings.Security, cancellationToken);
                await client.AuthenticateAsync(Settings.User, Settings.Password, cancellationToken);
                await FollowAsync(client, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning("The mailbox cannot be read, and will be tried again: {Fault}", fault.Message);
                await Task.Delay(Settings.PollEvery, clock, cancellationToken);
            }
        }
    }

    private async Task FollowAsync(ImapClient client, CancellationToken cancellationToken)
    {
        var folder = await FolderAsync(client, Settings.Folder, cancellationToken);
        var processed = await FolderAsync(client, Settings.ProcessedFolder, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        while (true)
        {
            await TakeAllAsync(folder, processed, cancellationToken);
            await WaitAsync(client, folder, cancellationToken);
        }
    }

    private async Task TakeAllAsync(IMailFolder folder, IMailFolder processed, CancellationToken cancellationToken)
    {
        var mails = await folder.FetchAsync(await folder.SearchAsync(SearchQuery.NotDeleted, cancellationToken), MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellationToken);
        foreach (var mail in mails.OrderBy(mail => mail.UniqueId.Id))
        {
            await TakeAsync(folder, mail, cancellationToken);
            await folder.MoveToAsync(mail.UniqueId, processed, cancellationToken);
        }
    }

    private async Task TakeAsync(IMailFolder folder, IMessageSummary mail, CancellationToken cancellationToken)
    {
        var isTooLarge = mail.Size > LargestMail;
        var raw = await BytesAsync(folder, mail.UniqueId, isTooLarge, cancellationToken);
        if (isTooLarge)
        {
            await desk.SetAsideAsync(raw, "邮件超过 80 MB，没有取回正文和附件，请在邮箱里查看。", cancellationToken);
            return;
        }

        try
        {
            await desk.TakeAsync(raw, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not System.Data.Common.DbException and not IOException)
        {
            // A mail that cannot be taken must not hold up those behind it. Where the database is away, it waits instead.
            logger.LogError(fault, "A mail could not be taken; it waits for the office.");
            await desk.SetAsideAsync(raw, "系统没能自动处理这封邮件，请人工处理。", cancellationToken);
        }
    }

    private static async Task<byte[]> BytesAsync(IMailFolder folder, UniqueId id, bool headOnly, CancellationToken cancellationToken)
    {
        await using var stream = headOnly ? await folder.GetStreamAsync(id, "HEADER", cancellationToken) : await folder.GetStreamAsync(id, string.Empty, cancellationToken);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private async Task WaitAsync(ImapClient client, IMailFolder folder, CancellationToken cancellationToken)
    {
        if (!client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(Settings.PollEvery, clock, cancellationToken);
            await client.NoOpAsync(cancellationToken);
            return;
        }

        using var enough = new CancellationTokenSource(_longestIdle, clock);
        void Told(object? sender, EventArgs e) => enough.Cancel();
        folder.CountChanged += Told;
        try
        {
            // What came between the last look and now was not told of.
            if ((await folder.SearchAsync(SearchQuery.NotDeleted, cancellationToken)).Count == 0)
            {
                await client.IdleAsync(enough.Token, cancellationToken);
            }
        }
        finally
        {
            folder.CountChanged -= Told;
        }
    }

    private static async Task<IMailFolder> FolderAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        if (name.Equals("INBOX", StringComparison.OrdinalIgnoreCase))
        {
            return client.Inbox!;
        }

        try
        {
            return await client.GetFolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            var root = client.GetFolder(client.PersonalNamespaces[0]);
            return await root.CreateAsync(name, isMessageFolder: true, cancellationToken) ?? throw new FolderNotFoundException(name);
        }
    }
}
