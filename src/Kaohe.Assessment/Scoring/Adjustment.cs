namespace Kaohe.Assessment.Scoring;

/// <summary>加减分: points outside the weights, with reason and basis.</summary>
public sealed record Adjustment
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Points to add; negative to take away.</summary>
    public required decimal Points { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The document that it rests on.</summary>
    public required string Basis { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What must be true before it is recorded.</summary>
    public IReadOnlyList<Rule> Rules =>
    [
        new ReasonRequiredRule("reason", Reason, Points < 0m ? "减分" : "加分"),
        new TextRequiredRule("basis", Basis, "加减分依据", "方案：加减分须有文件依据"),
        new AdjustmentIsNotZeroRule(Points),
    ];
}

/// <summary>An adjustment adds or takes something.</summary>
/// <param name="points">The points.</param>
public sealed class AdjustmentIsNotZeroRule(decimal points) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 adjustments";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (points == 0m)
        {
            yield return new Problem("points", "加减分为 0，没有意义，请填写分数或取消。");
        }
    }
}
