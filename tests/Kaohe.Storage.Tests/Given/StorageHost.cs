using Kaohe.Storage.Databases;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kaohe.Storage.Tests.Given;

/// <summary>The storage of one node over a test database, with a clock that the test moves. Nothing runs in the background unless a test starts it.</summary>
public sealed class StorageHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StorageHost(ServiceProvider services, FakeTimeProvider clock)
    {
        _services = services;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    public IWriteLane Lane => Get<IWriteLane>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<StorageHost> StartAsync(TestDatabase database, Action<IServiceCollection>? more = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole());
        services.AddSingleton<TimeProvider>(clock);
        services.AddKaoheStorage(configuration);
        more?.Invoke(services);
        var host = new StorageHost(services.BuildServiceProvider(validateScopes: true), clock);
        await host.Get<DatabaseStarter>().PrepareAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>A context for reading.</summary>
    public KaoheDb Read() => Get<IDbContextFactory<KaoheDb>>().CreateDbContext();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
