using Kaohe.Storage.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Outbox;

/// <summary>Registers the outbox and its handlers.</summary>
public static class OutboxRegistration
{
    /// <summary>Registers the handler of one kind of effect; a later registration of the same kind takes its place.</summary>
    /// <typeparam name="THandler">The handler; made anew in a scope for each delivery.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="kind">The kind, for example <c>Kaohe.OpenTask</c>.</param>
    public static IServiceCollection AddEffectHandler<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IEffectHandler => services.AddKeyedScoped<IEffectHandler, THandler>(kind);

    internal static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section));
        services.AddSingleton<OutboxWriter>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<IHousekeeping>(provider => provider.GetRequiredService<OutboxStore>());
        services.AddSingleton<OutboxClaims>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton(provider => new OutboxDispatcher(
            provider.GetRequiredService<OutboxClaims>(),
            provider.GetRequiredService<OutboxDelivery>(),
            provider.GetRequiredService<DeadNodeSweep>(),
            provider.GetRequiredService<NodeIdentity>(),
            provider.GetRequiredService<IChangeFeed>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<OutboxOptions>>(),
            provider.GetRequiredService<ILogger<OutboxDispatcher>>()));
        return services;
    }
}
