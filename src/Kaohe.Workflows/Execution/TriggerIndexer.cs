using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Workflows.Execution;

/// <summary>Finds the triggers of a definition.</summary>
public static class TriggerIndexer
{
    private static readonly IWorkflowCatalog NoCatalog = new EmptyCatalog();

    /// <summary>Lists the triggers, each hash once.</summary>
    /// <param name="workflow">The definition.</param>
    /// <param name="now">The time from which due times count.</param>
    /// <exception cref="WorkflowException">A trigger's input cannot be evaluated.</exception>
    public static IReadOnlyList<WorkflowTrigger> Index(CompiledWorkflow workflow, DateTimeOffset now)
    {
        var result = new List<WorkflowTrigger>();
        foreach (var trigger in workflow.Activities.OfType<Trigger>().Where(t => t.CanStartWorkflow))
        {
            using var burst = Burst.Start(workflow, new StartWorkflow { InstanceId = "trigger" }, now, NoCatalog, ExecutionLimits.Default, depth: 0);
            var context = new ActivityExecutionContext(burst, trigger, owner: null, "trigger", now);
            var (payload, dueAt) = trigger.GetTrigger(context, now);
            result.Add(new WorkflowTrigger
            {
                DefinitionId = workflow.Definition.DefinitionId,
                DefinitionVersionId = workflow.Definition.Id,
                ActivityId = trigger.Id,
                Name = trigger.Type,
                Hash = StimulusHash.Compute(trigger.Type, payload),
                Payload = payload,
                DueAt = dueAt,
            });
        }

        return [.. result.DistinctBy(t => (t.ActivityId, t.Hash))];
    }

    private sealed class EmptyCatalog : IWorkflowCatalog
    {
        public CompiledWorkflow? FindPublished(string definitionId) => null;

        public CompiledWorkflow? FindVersion(string versionId) => null;
    }
}
