namespace Kaohe.Activities.Effects;

/// <summary>Closes tasks that an activity opened and that nobody waits for any more.</summary>
public sealed record CloseTasks
{
    /// <summary>The instance that opened them.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The execution that opened them.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Only tasks of this item; null for all.</summary>
    public string? Item { get; init; }

    /// <summary>Only tasks of these keys (units, teams, people); null for all.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Why, in Chinese; shown in the task's history.</summary>
    public required string Reason { get; init; }
}
