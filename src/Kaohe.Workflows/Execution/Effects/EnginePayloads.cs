namespace Kaohe.Workflows.Execution.Effects;

/// <summary>A line that WriteLine wrote.</summary>
/// <param name="Text">The line.</param>
public sealed record WriteLineEffect(string Text);

/// <summary>An event for every instance or trigger that waits for its name.</summary>
/// <param name="EventName">The name.</param>
/// <param name="CorrelationId">Only instances with this correlation id; null means all.</param>
/// <param name="WorkflowInstanceId">Only this instance; null means all.</param>
/// <param name="Payload">What the event carries.</param>
public sealed record PublishEventEffect(string EventName, string? CorrelationId, string? WorkflowInstanceId, object? Payload);

/// <summary>A task that the application should do and then report with <c>RunTaskInput</c>.</summary>
/// <param name="TaskId">The id to report with.</param>
/// <param name="TaskName">What to do.</param>
/// <param name="Payload">Data for it.</param>
/// <param name="BookmarkId">The bookmark that waits.</param>
public sealed record RunTaskEffect(string TaskId, string TaskName, object? Payload, string BookmarkId);

/// <summary>An instance to start.</summary>
/// <param name="ChildInstanceId">The id that the new instance gets; it makes the start idempotent.</param>
/// <param name="DefinitionId">The definition; its published version is used.</param>
/// <param name="Input">Input of the new instance.</param>
/// <param name="CorrelationId">Its correlation id.</param>
/// <param name="ParentInstanceId">Who asks.</param>
public sealed record DispatchWorkflowEffect(
    string ChildInstanceId, string DefinitionId, IReadOnlyDictionary<string, object?> Input, string? CorrelationId, string ParentInstanceId);

/// <summary>A child has finished; resume the parent's bookmark that waits for it, if there is one.</summary>
/// <param name="ParentInstanceId">The parent.</param>
/// <param name="ChildInstanceId">The child.</param>
/// <param name="Output">The child's output.</param>
/// <param name="Status">The child's final status.</param>
/// <param name="SubStatus">The child's final sub-status.</param>
public sealed record ResumeParentEffect(
    string ParentInstanceId, string ChildInstanceId, IReadOnlyDictionary<string, object?> Output, string Status, string SubStatus);
