namespace Kaohe.Storage.Tests.Given;

/// <summary>Tests that hold on both databases; a sealed class for each database derives from the tests.</summary>
public abstract class StorageTests(TestDatabase database) : IAsyncLifetime
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TestDatabase Database => database;

    protected StorageHost Host { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(database.Missing is not null, database.Missing ?? "");
        Host = await StorageHost.StartAsync(database, AddServices);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    protected virtual void AddServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
    }
}
