using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Model;

/// <summary>An activity that may also start a workflow.</summary>
public abstract class Trigger : Activity
{
    /// <summary>What a stimulus must match to start the workflow here, evaluated when the definition is published.</summary>
    /// <param name="context">A context that sees the definition's inputs and literals, not an instance.</param>
    /// <param name="now">The moment of publication.</param>
    /// <returns>Payload for the hash, and the time at which the clock itself starts it.</returns>
    protected internal abstract (object? Payload, DateTimeOffset? DueAt) GetTrigger(ActivityExecutionContext context, DateTimeOffset now);
}
