using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Databases;

/// <summary>Brings the database to the current schema before anything else starts. Call <see cref="PrepareAsync"/> to have it earlier.</summary>
public sealed class DatabaseStarter(IDbContextFactory<KaoheDb> databases, IOptions<DatabaseOptions> options) : IHostedLifecycleService, IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _prepared;

    /// <summary>Applies missing migrations unless the settings turn that off. Calling it again does nothing.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            if (!_prepared && options.Value.MigrateOnStart)
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                await db.Database.MigrateAsync(cancellationToken);
            }

            _prepared = true;
        }
        finally
        {
            _once.Release();
        }
    }

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _once.Dispose();
}
