using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Activities.Publication;

/// <summary>
/// How an annual flow may be started by hand. Elsa runs any version from any activity; an annual flow runs only in a version that has passed
/// <see cref="PublicationCheck"/>, and only from where that check has walked (seed: 严格考核程序).
/// </summary>
public static class AnnualStart
{
    /// <summary>Why the flow must not be started so; null when it may, and for every flow that is not annual.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="isPublished">Whether it is the published version.</param>
    /// <param name="activityId">Where to begin; null for the flow's own start.</param>
    public static string? Problem(CompiledWorkflow workflow, bool isPublished, string? activityId) =>
        !PublicationCheck.IsAnnual(workflow.Definition, workflow) ? null
        : !isPublished ? $"“{workflow.Definition.Name ?? workflow.Definition.DefinitionId}”是年度考核流程，没有发布的版本没有经过发布检查，不能运行。请先发布；只想看看走法的，请用“模拟”。"
        : activityId is null || BeginsRightly(workflow, activityId) ? null
        : $"“{workflow.Definition.Name ?? workflow.Definition.DefinitionId}”是年度考核流程，十一个环节一个不少，不能从中间的活动“{activityId}”启动。请不指定活动，从头启动。";

    // In each chart, because the engine looks for the activity in every chart that a run comes to.
    private static bool BeginsRightly(CompiledWorkflow workflow, string activityId)
    {
        var charts = workflow.Activities.OfType<Flowchart>().ToList();
        return workflow.Activities.Any(activity => activity.Id == activityId && (IsTrigger(activity) || charts.Exists(chart => chart.FindStart(triggerActivityId: null) == activity)))
            && charts.TrueForAll(chart => chart.FindStart(activityId) is var start && (start == chart.FindStart(triggerActivityId: null) || IsTrigger(start)));
    }

    private static bool IsTrigger(Activity? activity) => activity is Trigger { CanStartWorkflow: true };
}
