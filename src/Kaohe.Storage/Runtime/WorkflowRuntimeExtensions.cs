using Kaohe.Workflows.Activities.Events;
using Kaohe.Workflows.Execution;

namespace Kaohe.Storage.Runtime;

/// <summary>Stimuli of the engine's own activities.</summary>
public static class WorkflowRuntimeExtensions
{
    /// <summary>Publishes an event: starts what it starts and resumes whoever waits for it.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="eventName">Name of the event.</param>
    /// <param name="payload">What it carries; null when nothing.</param>
    /// <param name="correlationId">Only instances with this correlation id; null for all.</param>
    /// <param name="instanceId">Only this instance; null for all.</param>
    /// <param name="key">Makes a repeated call the same call; null when each is a new one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static Task<TriggerResult> PublishEventAsync(
        this WorkflowRuntime runtime, string eventName, object? payload = null, string? correlationId = null, string? instanceId = null, string? key = null,
        CancellationToken cancellationToken = default) => runtime.TriggerAsync(
        new TriggerRequest
        {
            Hash = StimulusHash.ForEvent(eventName),
            Key = key,
            CorrelationId = correlationId,
            WorkflowInstanceId = instanceId,
            Input = new Dictionary<string, object?> { [Event.PayloadKey] = payload },
        },
        cancellationToken);

    /// <summary>Reports the result of a RunTask request. A report that comes before its bookmark is committed waits for it.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="taskId">Id of the task.</param>
    /// <param name="result">The result; null when none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static Task<TriggerResult> ReportTaskAsync(this WorkflowRuntime runtime, string taskId, object? result, CancellationToken cancellationToken = default) =>
        runtime.TriggerAsync(
            new TriggerRequest
            {
                Hash = StimulusHash.Compute("Elsa.RunTask", new Dictionary<string, object?> { ["TaskId"] = taskId }),
                Key = $"{taskId}-report",
                Input = new Dictionary<string, object?> { [RunTask.InputKey] = result },
            },
            cancellationToken);
}
