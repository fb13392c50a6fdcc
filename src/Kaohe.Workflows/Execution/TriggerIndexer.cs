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
            var (payload, dueAt) = Evaluate(workflow, trigger, now);
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

    /// <summary>Why a trigger cannot be indexed; null when it can.</summary>
    internal static string? Problem(CompiledWorkflow workflow, Trigger trigger, DateTimeOffset now)
    {
        try
        {
            Evaluate(workflow, trigger, now);
            return null;
        }
        catch (WorkflowException problem)
        {
            return problem.InnerException?.Message ?? problem.Message;
        }
    }

    private static (object? Payload, DateTimeOffset? DueAt) Evaluate(CompiledWorkflow workflow, Trigger trigger, DateTimeOffset now)
    {
        using var burst = Burst.Start(workflow, new StartWorkflow { InstanceId = "trigger" }, now, NoCatalog, ExecutionLimits.Default, depth: 0);
        return trigger.GetTrigger(new ActivityExecutionContext(burst, trigger, owner: null, "trigger", now), now);
    }

    private sealed class EmptyCatalog : IWorkflowCatalog
    {
        public CompiledWorkflow? FindPublished(string definitionId) => null;

        public CompiledWorkflow? FindVersion(string versionId) => null;
    }
}
