using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Outbox;

/// <summary>An effect as its handler gets it.</summary>
public sealed record EffectEnvelope
{
    /// <summary>Unique key, the same at every attempt.</summary>
    public required string Key { get; init; }

    /// <summary>Kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The instance that asked; null when no instance did.</summary>
    public string? WorkflowInstanceId { get; init; }

    /// <summary>The execution that asked; null when none did.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>Payload as JSON; null when none.</summary>
    public string? PayloadJson { get; init; }

    /// <summary>Number of this attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When waiting makes no sense any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The payload as the handler knows it.</summary>
    /// <exception cref="UndeliverableException">There is none, or it is of another form.</exception>
    public T Payload<T>()
    {
        try
        {
            return WorkflowStateSerializer.Deserialize<T>(PayloadJson ?? "null");
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new UndeliverableException($"效果 {Kind} 的内容不是 {typeof(T).Name}：{exception.Message}", exception);
        }
    }
}
