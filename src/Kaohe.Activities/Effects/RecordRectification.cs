namespace Kaohe.Activities.Effects;

/// <summary>A 整改 has moved on; the Rectification feature applies it to its record.</summary>
public sealed record RecordRectification
{
    /// <summary>The assessed year.</summary>
    public required int CycleYear { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>What has happened.</summary>
    public required RectificationEvent Event { get; init; }

    /// <summary>The instance of the rectification flow.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Why, as the person wrote it; empty when there is nothing to say.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Who did it; empty for the clock.</summary>
    public string By { get; init; } = "";

    /// <summary>What the person submitted; null when nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Data { get; init; }

    /// <summary>End of the last day for the unit's report; null when the event sets none.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>What may happen to a 整改, in the order of the flow.</summary>
public enum RectificationEvent
{
    /// <summary>整改通知 issued.</summary>
    Noticed,

    /// <summary>The unit handed its report in.</summary>
    Submitted,

    /// <summary>考核办 passed the report.</summary>
    OfficePassed,

    /// <summary>The leader approved it.</summary>
    LeaderApproved,

    /// <summary>考核办, the leader or the 复查 sent it back with a comment.</summary>
    Returned,

    /// <summary>The report is late; it goes on to 诫勉谈话.</summary>
    Overdue,

    /// <summary>The unit reported that its measures are carried out, and applied for 销号.</summary>
    Completed,

    /// <summary>The last day for the measures has passed without the unit's report.</summary>
    CompletionOverdue,

    /// <summary>复查 found the measures carried out.</summary>
    Rechecked,

    /// <summary>销号.</summary>
    Closed,
}
