using Kaohe.Server.Shell.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kaohe.Server.Health;

/// <summary>Whether the database answers and has the schema that this version needs.</summary>
/// <param name="schema">The schema.</param>
public sealed class DatabaseCheck(SchemaState schema) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await schema.IsCurrentAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Migrations are missing.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with the database, the answer is the same: not ready.
            return HealthCheckResult.Unhealthy("The database cannot be reached.", exception);
        }
    }
}
