using Kaohe.Storage.Definitions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Storage.Telemetry;
using Kaohe.Storage.Timers;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.Effects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Runtime;

/// <summary>Registers the workflow runtime.</summary>
internal static class RuntimeRegistration
{
    /// <summary>Registers the runtime with the engine's own activities; register an <see cref="ActivityRegistry"/> before or after to have more.</summary>
    public static IServiceCollection AddRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TimerOptions>().Bind(configuration.GetSection(TimerOptions.Section));
        services.TryAddSingleton(ActivityRegistry.Core);
        services.AddSingleton<TimerWake>();
        services.AddSingleton<DefinitionCatalog>();
        services.AddSingleton<BurstRunner>();
        services.AddSingleton<BurstWriter>();
        services.AddSingleton<StimulusDelivery>();
        services.AddSingleton(provider => new WorkflowRuntime(
            provider.GetRequiredService<BurstRunner>(),
            provider.GetRequiredService<BurstWriter>(),
            provider.GetRequiredService<StimulusDelivery>(),
            provider.GetRequiredService<DefinitionCatalog>(),
            provider.GetRequiredService<IWriteLane>(),
            provider.GetRequiredService<IDbContextFactory<KaoheDb>>(),
            provider.GetRequiredService<KaoheTelemetry>()));
        services.AddSingleton<InstanceQueries>();
        services.AddSingleton<InstanceEditor>();
        services.AddSingleton<DefinitionQueries>();
        services.AddSingleton<DefinitionStore>();
        services.AddSingleton(provider => new DefinitionPublisher(
            provider.GetRequiredService<IDbContextFactory<KaoheDb>>(),
            provider.GetRequiredService<IWriteLane>(),
            provider.GetRequiredService<IChangeFeed>(),
            provider.GetRequiredService<DefinitionCatalog>(),
            provider.GetRequiredService<TimerWake>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TimerClaims>();
        services.AddSingleton<TriggerFiring>();
        services.AddSingleton(provider => new TimerService(
            provider.GetRequiredService<TimerClaims>(),
            provider.GetRequiredService<TriggerFiring>(),
            provider.GetRequiredService<WorkflowRuntime>(),
            provider.GetRequiredService<IWriteLane>(),
            provider.GetRequiredService<TimerWake>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<TimerOptions>>(),
            provider.GetRequiredService<KaoheTelemetry>(),
            provider.GetRequiredService<ILogger<TimerService>>()));

        services.AddEffectHandler<WriteLineHandler>(EffectKinds.WriteLine);
        services.AddEffectHandler<PublishEventHandler>(EffectKinds.PublishEvent);
        services.AddEffectHandler<RunTaskHandler>(EffectKinds.RunTask);
        services.AddEffectHandler<DispatchHandler>(EffectKinds.DispatchWorkflow);
        services.AddEffectHandler<ResumeParentHandler>(EffectKinds.ResumeParent);
        services.AddEffectHandler<StartHandler>(RuntimeEffectKinds.Start);
        services.AddEffectHandler<ResumeHandler>(RuntimeEffectKinds.Resume);
        services.AddEffectHandler<ReviseHandler>(RuntimeEffectKinds.Revise);
        services.AddEffectHandler<CancelHandler>(RuntimeEffectKinds.Cancel);
        services.AddEffectHandler<StimulusHandler>(RuntimeEffectKinds.Stimulus);
        return services;
    }
}
