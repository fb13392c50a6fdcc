using Kaohe.Workflows.Compilation;

namespace Kaohe.Cli.Workflow;

/// <summary>The activity types that the command line knows: the engine's and the product's.</summary>
internal static class CliActivities
{
    public static ActivityRegistry Registry { get; } = new(typeof(Kaohe.Activities.StepActivity).Assembly);
}
