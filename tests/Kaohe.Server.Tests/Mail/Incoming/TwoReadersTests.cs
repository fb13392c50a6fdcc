using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tests.Given;
using Kaohe.TestMail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kaohe.Server.Tests.Mail.Incoming;

/// <summary>Two nodes of the product on one PostgreSQL, both set to read the same mailbox.</summary>
public sealed class TwoReadersTests : IAsyncLifetime
{
    private readonly PostgresServer _server = new();
    private readonly MailServers _mail = new();
    private PostgresDatabase? _database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _mail.InitializeAsync();
        _database = new PostgresDatabase(_server);
        await _database.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _mail.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Should_take_each_mail_once_and_go_on_when_the_node_that_reads_stops()
    {
        Assert.SkipWhen((_server.Missing ?? _mail.Missing) is not null, _server.Missing ?? _mail.Missing ?? "");
        var first = new Node(_database!, _mail);
        await using var second = new Node(_database!, _mail);
        await first.InitializeAsync();
        await SendAsync(1);
        await TakenAsync(first, 1); // it holds the mailbox
        await second.InitializeAsync();
        await SendAsync(8);
        await TakenAsync(second, 9);

        // Mails go on coming while the reader goes away.
        await Task.WhenAll(SendAsync(8), first.DisposeAsync().AsTask());

        await TakenAsync(second, 17);
        await Wait.UntilAsync(async () => (await _mail.ReadAsync(Node.Ours, "已处理")).Count == 17);
        Assert.Empty(await _mail.ReadAsync(Node.Ours));
        await using var db = second.Read();
        Assert.Equal(17, await db.ReceivedMails.Select(mail => mail.Subject).Distinct().CountAsync(Cancel));
        Assert.Equal(17, await db.ReceivedMails.CountAsync(mail => mail.State == ReceivedMailState.Waiting && mail.HandledAt == null, Cancel));
    }

    private async Task SendAsync(int count)
    {
        for (var at = 0; at < count; at++)
        {
            await _mail.SendAsync(new MimeMessage([new MailboxAddress("群众", "citizen@elsewhere.example")], [new MailboxAddress("", Node.Ours)], Guid.NewGuid().ToString("N"), new TextPart("plain") { Text = "请问怎么参加测评？" }));
        }
    }

    private static Task TakenAsync(Node node, int count) => Wait.UntilAsync(async () =>
    {
        await using var db = node.Read();
        return await db.ReceivedMails.CountAsync(Cancel) == count;
    });

    /// <summary>One node.</summary>
    private sealed class Node(PostgresDatabase database, MailServers mail) : ServerHost
    {
        public const string Ours = "kaohe@xinzhou.example";

        protected override IEnumerable<string> Settings =>
        [
            $"--Database:Provider={database.Provider}", $"--Database:ConnectionString={database.ConnectionString}", $"--Mail:From={Ours}",
            $"--Mail:Imap:Host={MailServers.Host}", $"--Mail:Imap:Port={mail.ImapPort}", "--Mail:Imap:Security=None", $"--Mail:Imap:User={Ours}", $"--Mail:Imap:Password={MailServers.Password}",
        ];

        public KaoheDb Read() => Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContext();
    }
}
