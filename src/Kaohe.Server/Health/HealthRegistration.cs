using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Kaohe.Server.Health;

/// <summary>Two addresses for load balancers and monitors: <c>/health/live</c> (the process runs) and <c>/health/ready</c> (it can serve).</summary>
internal static class HealthRegistration
{
    private const string Ready = "ready";

    public static IServiceCollection AddKaoheHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<StoppingCheck>("stopping", tags: [Ready]);
        return services;
    }

    public static void MapKaoheHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
