using Kaohe.Storage.Databases;
using Medallion.Threading;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kaohe.Storage.Nodes;

/// <summary>Singletons on PostgreSQL: advisory locks, which the server (version 14 or later) drops together with the connection of a dead node.</summary>
internal sealed class PostgresSingletons(IOptions<DatabaseOptions> options) : ISingletons
{
    // The lock library watches its connection with a long query. Without these the server would notice a killed node only when that query ends,
    // and a machine that lost its power not for hours.
    private const string NoticeDeathSoon =
        "-c client_connection_check_interval=1000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2";

    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(ConnectionStrings.Postgres(options.Value)) { Options = NoticeDeathSoon }.ToString();

    public async Task<ISingletonLock?> TryAcquireAsync(string name, CancellationToken cancellationToken = default)
    {
        var handle = await new PostgresDistributedLock(new PostgresAdvisoryLockKey($"kaohe:{name}", allowHashing: true), _connectionString, o => o.KeepaliveCadence(TimeSpan.FromSeconds(15)))
            .TryAcquireAsync(cancellationToken: cancellationToken);
        return handle is null ? null : new Held(handle);
    }

    private sealed class Held(IDistributedSynchronizationHandle handle) : ISingletonLock
    {
        public CancellationToken Lost => handle.HandleLostToken;

        public ValueTask DisposeAsync() => handle.DisposeAsync();
    }
}
