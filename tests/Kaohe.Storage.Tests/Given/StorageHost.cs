using Kaohe.Storage.Databases;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Timers;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;
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

    public WorkflowRuntime Runtime => Get<WorkflowRuntime>();

    public DefinitionStore Definitions => Get<DefinitionStore>();

    public Lines Lines => Get<Lines>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<StorageHost> StartAsync(TestDatabase database, Action<IServiceCollection>? more = null, DateTimeOffset? now = null)
    {
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical).AddConsole());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<Lines>();
        services.AddKaoheStorage(configuration);
        services.AddEffectHandler<Lines.Handler>(EffectKinds.WriteLine);
        more?.Invoke(services);
        var host = new StorageHost(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }), clock);
        await host.Get<DatabaseStarter>().PrepareAsync(Cancel);
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A context for reading.</summary>
    public KaoheDb Read() => Get<IDbContextFactory<KaoheDb>>().CreateDbContext();

    /// <summary>Saves and publishes a definition that has no errors.</summary>
    public async Task<WorkflowDefinition> PublishAsync(WorkflowDefinition definition)
    {
        var result = await Definitions.SaveAndPublishAsync(definition, cancellationToken: Cancel);
        Assert.Empty(result.Problems);
        return result.Definition!;
    }

    /// <summary>Starts an instance of a published definition.</summary>
    public Task<RunResult> StartInstanceAsync(string definitionId, string? instanceId = null, string? correlationId = null) => Runtime.StartAsync(
        new StartRequest { DefinitionId = definitionId, InstanceId = instanceId ?? $"{definitionId}-{Guid.NewGuid():N}", CorrelationId = correlationId }, Cancel);

    /// <summary>Delivers every effect that is due, and what follows from it.</summary>
    public Task<int> SettleAsync() => Get<OutboxDispatcher>().DeliverDueAsync(Cancel);

    /// <summary>Moves the clock and lets what is due happen.</summary>
    public async Task<int> AdvanceAsync(TimeSpan span)
    {
        Clock.Advance(span);
        var fired = await Get<TimerService>().RunDueAsync(Cancel);
        await SettleAsync();
        return fired;
    }

    /// <summary>The stored state of an instance.</summary>
    public async Task<WorkflowState> StateAsync(string instanceId)
    {
        await using var db = Read();
        var row = await db.WorkflowInstances.AsNoTracking().SingleAsync(i => i.Id == instanceId, Cancel);
        return WorkflowStateSerializer.Deserialize<WorkflowState>(row.State);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
