using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>Stands for an activity whose type is unknown. The definition keeps the original JSON; only running it is an error.</summary>
[Activity(PlaceholderType, DisplayName = "未知活动", Description = "流程里用到、但本系统没有的活动。", IsBrowsable = false)]
public sealed class NotFoundActivity : Activity
{
    /// <summary>Type name of the placeholder in descriptors.</summary>
    public const string PlaceholderType = "Elsa.NotFoundActivity";

    /// <summary>The type that was not found.</summary>
    public string MissingTypeName { get; init; } = "";

    /// <summary>The version of it.</summary>
    public int MissingTypeVersion { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) =>
        throw new WorkflowException($"Activity type '{MissingTypeName}' version '{MissingTypeVersion}' could not be found.");
}
