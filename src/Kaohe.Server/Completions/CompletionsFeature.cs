using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tasks;

namespace Kaohe.Server.Completions;

/// <summary>What completed tasks do to the records of the assessment; one effect for the kinds that end in the same record.</summary>
public sealed class CompletionsFeature : ServerFeature
{
    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddTaskEffect<ScoresChecked>();
        services.AddTaskEffect<GradesDecided>();
        services.AddTaskEffect<RectificationMoved>();
        services.AddTaskEffect<AdmonitionArranged>();
        services.AddTaskEffect<AdmonitionHeld>();
    }
}
