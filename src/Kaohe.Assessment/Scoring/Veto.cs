namespace Kaohe.Assessment.Scoring;

/// <summary>一票否决: an event of the scheme's list that happened in a unit.</summary>
public sealed record Veto
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The event's code in the scheme.</summary>
    public required string Code { get; init; }

    /// <summary>What happened.</summary>
    public required string Reason { get; init; }

    /// <summary>The finding that it rests on.</summary>
    public required string Basis { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What must be true before it is recorded.</summary>
    public IReadOnlyList<Rule> Rules =>
    [
        new ReasonRequiredRule("reason", Reason, "一票否决"),
        new TextRequiredRule("basis", Basis, "认定依据", "方案：一票否决须有认定文件"),
    ];
}
