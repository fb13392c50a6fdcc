using System.Text.Json;
using System.Threading.Channels;
using Kaohe.Storage.Databases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kaohe.Storage.Nodes;

/// <summary>
/// The feed between nodes: <c>LISTEN</c> on one connection of its own, <c>NOTIFY</c> in small batches on another. Notices are sent after the commit,
/// not inside it, because a NOTIFY serialises the commits of the whole database.
/// </summary>
internal sealed class PostgresChangeFeed(IOptions<DatabaseOptions> options, NodeIdentity node, ILogger<PostgresChangeFeed> logger) : LocalChangeFeed, IHostedService, IDisposable
{
    private const string Name = "kaohe_changes";
    private const int MostBytesInOneNotify = 6000; // PostgreSQL takes 7999
    private static readonly TimeSpan Batching = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    private readonly Channel<ChangeNotice> _outgoing = Channel.CreateBounded<ChangeNotice>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _stop = new();
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(ConnectionStrings.Postgres(options.Value)) { Pooling = false, KeepAlive = 15 }.ToString();
    private Task _work = Task.CompletedTask;

    public override void Publish(ChangeNotice notice)
    {
        base.Publish(notice);
        _outgoing.Writer.TryWrite(notice);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _work = Task.WhenAll(KeepAsync(ListenAsync), KeepAsync(SendAsync));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _work.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stop.Dispose();

    // A broken connection must not end the feed.
    private async Task KeepAsync(Func<NpgsqlConnection, CancellationToken, Task> work)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync(_stop.Token);
                await work(connection, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "The change feed lost its connection and will reconnect.");
                await Task.Delay(Reconnect, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        connection.Notification += (_, received) => Receive(received.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        Tell(new ChangeNotice(ChangeTopics.Missed, string.Empty));
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        while (await _outgoing.Reader.WaitToReadAsync(cancellationToken))
        {
            await Task.Delay(Batching, cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_notify('{Name}', $1)", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(new Envelope(node.Id, [.. TakeBatch()])) });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private HashSet<ChangeNotice> TakeBatch()
    {
        var notices = new HashSet<ChangeNotice>();
        var bytes = 0;
        while (bytes < MostBytesInOneNotify && _outgoing.Reader.TryRead(out var notice))
        {
            if (notices.Add(notice))
            {
                bytes += JsonSerializer.SerializeToUtf8Bytes(notice).Length;
            }
        }

        return notices;
    }

    private void Receive(string payload)
    {
        if (JsonSerializer.Deserialize<Envelope>(payload) is { } envelope && envelope.Sender != node.Id)
        {
            foreach (var notice in envelope.Notices)
            {
                Tell(notice);
            }
        }
    }

    private sealed record Envelope(string Sender, IReadOnlyList<ChangeNotice> Notices);
}
