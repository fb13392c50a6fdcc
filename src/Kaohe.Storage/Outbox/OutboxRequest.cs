namespace Kaohe.Storage.Outbox;

/// <summary>An effect that something other than a workflow activity asks for.</summary>
public sealed record OutboxRequest
{
    /// <summary>Unique key; asking twice is asking once. Derive it from what caused the effect.</summary>
    public required string Key { get; init; }

    /// <summary>Which handler delivers it.</summary>
    public required string Kind { get; init; }

    /// <summary>What the handler needs; null when nothing.</summary>
    public object? Payload { get; init; }

    /// <summary>The instance it belongs to; null when none.</summary>
    public string? WorkflowInstanceId { get; init; }

    /// <summary>Not earlier than; null means at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When waiting makes no sense any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What a new bookmark must match to wake it; null for anything but a stimulus.</summary>
    internal string? MatchHash { get; init; }
}
