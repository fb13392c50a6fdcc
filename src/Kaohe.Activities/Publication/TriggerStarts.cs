using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Publication;

/// <summary>
/// A trigger that may start a flow begins a run where it stands, past everything before it: the engine takes it for the flowchart's start. So every trigger
/// is a way of its own into the flow (seed: 严格考核程序).
/// </summary>
internal static class TriggerStarts
{
    /// <summary>One problem for each trigger from which a step can be reached too early.</summary>
    /// <param name="workflow">The flow.</param>
    /// <param name="whole">The ways from the flow's own start; what is missing there already is not said twice.</param>
    /// <param name="walkFrom">Walks from a trigger.</param>
    /// <param name="name">Name of an activity for people.</param>
    public static IEnumerable<DefinitionProblem> Check(CompiledWorkflow workflow, PathWalker whole, Func<string, PathWalker> walkFrom, Func<Activity, string> name)
    {
        var known = whole.Broken.ToLookup(broken => broken.Step, broken => broken.Missing);
        foreach (var trigger in workflow.Activities.OfType<Trigger>().Where(trigger => trigger.CanStartWorkflow).DistinctBy(trigger => trigger.Id))
        {
            var early = walkFrom(trigger.Id).Broken.Where(broken => (broken.Missing & ~known[broken.Step].Aggregate(0, (all, each) => all | each)) != 0);
            if (early.MaxBy(broken => StepOrder.Count(StepOrder.Before(broken.Step.StepCode))) is not { } worst)
            {
                continue;
            }

            var missing = string.Join('、', StepOrder.Codes(worst.Missing).Select(StepCodes.NameOf));
            yield return new DefinitionProblem(
                trigger.NodeId,
                $"“{name(trigger)}”能自行启动流程，绕过{missing}：{Trail.Text(worst.Trail, name)}。考核程序不得减少或变更环节，请取消勾选它的“触发流程”，或把它接到第一个环节之前。");
        }
    }
}
