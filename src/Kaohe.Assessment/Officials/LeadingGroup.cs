namespace Kaohe.Assessment.Officials;

/// <summary>
/// 市年度目标责任考核领导组. Its four duties (seed): 制定和完善考核办法; 提出年度目标责任考核指标;
/// 研究解决考核工作中的重大问题; 审定考核结果并实施奖惩.
/// </summary>
public sealed record LeadingGroup
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>第一组长 (书记).</summary>
    public required string FirstLeaderId { get; init; }

    /// <summary>组长 (市长).</summary>
    public required string LeaderId { get; init; }

    /// <summary>副组长; the seed names three.</summary>
    public required IReadOnlyList<string> DeputyIds { get; init; }

    /// <summary>Member departments, whose heads are the 成员; the seed has twenty.</summary>
    public required IReadOnlyList<string> MemberUnitIds { get; init; }
}
