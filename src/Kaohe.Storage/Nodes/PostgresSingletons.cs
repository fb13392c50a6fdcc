using Kaohe.Storage.Databases;
using Medallion.Threading;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Nodes;

/// <summary>Singletons on PostgreSQL: advisory locks, which the server drops together with the connection of a dead node.</summary>
internal sealed class PostgresSingletons(IOptions<DatabaseOptions> options) : ISingletons
{
    private readonly string _connectionString = ConnectionStrings.Postgres(options.Value);

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
