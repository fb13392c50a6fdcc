namespace Kaohe.Storage.Runtime.Effects;

/// <summary>Kinds of the runtime's own effects. A handler or a mutation may enqueue them to have a burst run after its commit.</summary>
public static class RuntimeEffectKinds
{
    /// <summary>Payload <see cref="StartEffect"/>.</summary>
    public const string Start = "Kaohe.StartWorkflow";

    /// <summary>Payload <see cref="ResumeEffect"/>.</summary>
    public const string Resume = "Kaohe.ResumeBookmark";

    /// <summary>Payload <see cref="ReviseEffect"/>.</summary>
    public const string Revise = "Kaohe.ReviseOutputs";

    /// <summary>Payload <see cref="CancelEffect"/>.</summary>
    public const string Cancel = "Kaohe.CancelWorkflow";

    /// <summary>Payload <see cref="StimulusEffect"/>: a stimulus that waits for a bookmark.</summary>
    public const string Stimulus = "Kaohe.Stimulus";
}

/// <summary>Start an instance.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="VersionId">The version row.</param>
/// <param name="Input">Its input.</param>
/// <param name="CorrelationId">Its correlation id; null when none.</param>
/// <param name="TriggerActivityId">Where it starts; null for the definition's own start.</param>
public sealed record StartEffect(string InstanceId, string VersionId, IReadOnlyDictionary<string, object?> Input, string? CorrelationId, string? TriggerActivityId);

/// <summary>Resume a bookmark; one that is gone is done already.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="BookmarkId">The bookmark.</param>
/// <param name="Input">What the resumer says.</param>
public sealed record ResumeEffect(string InstanceId, string BookmarkId, IReadOnlyDictionary<string, object?> Input);

/// <summary>Correct what a finished activity had put out; an instance that is over stays as it is.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="NodeId">Path of the activity in the graph.</param>
/// <param name="Values">New values by output name.</param>
public sealed record ReviseEffect(string InstanceId, string NodeId, IReadOnlyDictionary<string, object?> Values);

/// <summary>Cancel an instance; one that is over stays as it is.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Reason">Why; null when not said.</param>
public sealed record CancelEffect(string InstanceId, string? Reason);

/// <summary>A stimulus that came before its bookmark.</summary>
/// <param name="Hash">What a bookmark must match.</param>
/// <param name="CorrelationId">Only instances with this correlation id; null for all.</param>
/// <param name="WorkflowInstanceId">Only this instance; null for all.</param>
/// <param name="BookmarkId">Only this bookmark; null for all.</param>
/// <param name="Input">What it says.</param>
public sealed record StimulusEffect(string Hash, string? CorrelationId, string? WorkflowInstanceId, string? BookmarkId, IReadOnlyDictionary<string, object?> Input)
{
    internal TriggerRequest ToRequest() => new() { Hash = Hash, CorrelationId = CorrelationId, WorkflowInstanceId = WorkflowInstanceId, BookmarkId = BookmarkId, Input = Input };
}
