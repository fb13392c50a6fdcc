using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kaohe.Server.Health;

/// <summary>Says "not ready" as soon as a stop was asked for, so that a load balancer sends nothing new while the rest is finished.</summary>
/// <param name="lifetime">Tells about the stop.</param>
public sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("Stopping.") : HealthCheckResult.Healthy());
}
