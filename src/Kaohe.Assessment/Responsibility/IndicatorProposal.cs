namespace Kaohe.Assessment.Responsibility;

/// <summary>考核指标建议: every assessed unit proposes its own targets before they are set.</summary>
public sealed record IndicatorProposal
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The proposed targets.</summary>
    public IReadOnlyList<ProposedTarget> Items { get; init; } = [];

    /// <summary>Sees that it can be handed in.</summary>
    /// <exception cref="RulesBrokenException">It is empty, or an item lacks its grounds, stands twice, or has a 力争 below its 确保.</exception>
    public void CheckComplete() => Rule.CheckAll([new ProposalIsGroundedRule(Items)]);
}

/// <summary>A proposed target.</summary>
/// <param name="IndicatorCode">The 二级指标.</param>
/// <param name="LastYear">The figure of the year before; empty when there is none.</param>
/// <param name="Sure">确保.</param>
/// <param name="Stretch">力争, if proposed.</param>
/// <param name="Grounds">On what it rests.</param>
public sealed record ProposedTarget(string IndicatorCode, decimal? LastYear, decimal Sure, decimal? Stretch, string Grounds);

/// <summary>A proposal names targets, and each says on what it rests.</summary>
/// <param name="items">The targets.</param>
public sealed class ProposalIsGroundedRule(IReadOnlyList<ProposedTarget> items) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）三：提出考核指标建议……标准不降、难度不减、实事求是、胸中有数";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (items.Count == 0)
        {
            yield return new Problem("items", "指标建议没有内容，请至少提出一项。");
        }

        foreach (var same in items.GroupBy(item => item.IndicatorCode).Where(same => same.Count() > 1))
        {
            yield return new Problem($"items[{same.Key}]", $"指标“{same.Key}”提了 {same.Count()} 次，请只留一个。");
        }

        foreach (var item in items)
        {
            if (string.IsNullOrWhiteSpace(item.Grounds))
            {
                yield return new Problem($"items[{item.IndicatorCode}].grounds", "没有写明提出该目标的依据，请补充。");
            }

            if (item.Stretch < item.Sure)
            {
                yield return new Problem($"items[{item.IndicatorCode}].stretch", "力争目标低于确保目标，请核对。");
            }
        }
    }
}
