namespace Kaohe.Assessment.Responsibility;

/// <summary>Where an 指标建议 stands.</summary>
public enum IndicatorProposalState
{
    /// <summary>Being written by the unit.</summary>
    Draft,

    /// <summary>Handed in to 考核办.</summary>
    Submitted,

    /// <summary>Sent back with a reason.</summary>
    Returned,

    /// <summary>Taken up by 考核办 for the 领导组.</summary>
    Collated,
}

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

    /// <summary>Where it stands.</summary>
    public IndicatorProposalState State { get; init; }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>Hands it in.</summary>
    /// <exception cref="RulesBrokenException">It is empty, or an item lacks its grounds or lies below the year before without saying why.</exception>
    public IndicatorProposal Submit(string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(IndicatorProposalState.Draft, IndicatorProposalState.Returned), new ProposalIsGroundedRule(Items)]);
        return Move(IndicatorProposalState.Submitted, "上报指标建议", by, at);
    }

    /// <summary>Sends it back.</summary>
    /// <exception cref="RulesBrokenException">No reason, or it is not handed in.</exception>
    public IndicatorProposal Return(string reason, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(IndicatorProposalState.Submitted), new ReasonRequiredRule("reason", reason, "退回指标建议")]);
        return Move(IndicatorProposalState.Returned, "退回", by, at, reason);
    }

    /// <summary>Takes it up.</summary>
    /// <exception cref="RulesBrokenException">It is not handed in.</exception>
    public IndicatorProposal Collate(string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(IndicatorProposalState.Submitted)]);
        return Move(IndicatorProposalState.Collated, "汇总", by, at);
    }

    private FitsStateRule<IndicatorProposalState> Fits(params IReadOnlyList<IndicatorProposalState> allowed) => new(
        "指标建议",
        State,
        state => state switch
        {
            IndicatorProposalState.Draft => "起草中",
            IndicatorProposalState.Submitted => "已上报",
            IndicatorProposalState.Returned => "已退回",
            _ => "已汇总",
        },
        allowed);

    private IndicatorProposal Move(IndicatorProposalState state, string act, string by, DateTimeOffset at, string comment = "") =>
        this with { State = state, Log = [.. Log, new LogEntry(act, by, at, comment)] };
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
