using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kaohe.Server.Telemetry;

/// <summary>OpenTelemetry traces and metrics of the source and meter <c>Kaohe</c> and of ASP.NET Core, when <c>Telemetry:Enabled</c> says so.</summary>
internal static class TelemetryRegistration
{
    private const string Name = "Kaohe";

    public static IServiceCollection AddKaoheTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue<bool>("Telemetry:Enabled"))
        {
            return services;
        }

        services.Configure<OtlpExporterOptions>(options =>
        {
            options.Endpoint = configuration.GetValue("Telemetry:Otlp:Endpoint", options.Endpoint)!;
            options.Protocol = configuration.GetValue("Telemetry:Otlp:Protocol", OtlpExportProtocol.Grpc);
        });
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Name, serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces.AddSource(Name).AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddOtlpExporter());
        return services;
    }
}
