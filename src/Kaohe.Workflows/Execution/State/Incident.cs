namespace Kaohe.Workflows.Execution.State;

/// <summary>Something that went wrong in an instance and that an operator should see.</summary>
public sealed record Incident
{
    /// <summary>Id of the activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Path of the activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Type of the activity, for example <c>Elsa.Fault</c>.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Execution that faulted; the retry starts here.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>What went wrong, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What lies behind the message, for example the script's own error; null when the message says all.</summary>
    public string? Cause { get; init; }

    /// <summary>Type of the exception; null when no exception was thrown. Stack traces are not kept.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset Timestamp { get; init; }
}
