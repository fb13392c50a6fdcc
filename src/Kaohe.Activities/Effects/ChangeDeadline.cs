namespace Kaohe.Activities.Effects;

/// <summary>Gives the open tasks of an activity another last day, after the office has changed the deadline of the step.</summary>
public sealed record ChangeDeadline
{
    /// <summary>The instance that opened them.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The execution that opened them.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>End of the new last day.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Why, in the words of the office.</summary>
    public required string Reason { get; init; }

    /// <summary>Who changed it.</summary>
    public string By { get; init; } = "";
}
