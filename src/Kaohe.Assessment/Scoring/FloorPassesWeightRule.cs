using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;

namespace Kaohe.Assessment.Scoring;

/// <summary>A kind of rater below its floor, or left out by a decision of the office, gets no score; its weight passes to the others, and the calculation says so.</summary>
public static class FloorPassesWeightRule
{
    /// <summary>Where it stands.</summary>
    public const string Citation = "方案 ballots.kinds[].floor：有效票低于最低票数的一类不出分，权重由其他票类分担，并在得分说明中列明";

    /// <summary>Why a kind is left out, in Chinese; null when it counts.</summary>
    /// <param name="kind">The kind of rater.</param>
    /// <param name="valid">Its valid ballots.</param>
    /// <param name="decision">What the office has decided about it; null when nothing.</param>
    public static string? WhyLeftOut(BallotKind kind, int valid, FloorDecision? decision) =>
        decision is not null ? $"考核办决定不计这一类票：{decision.Reason}。权重由其他票类分担。"
        : valid == 0 ? "没有有效票，权重由其他票类分担。"
        : valid < kind.Floor ? $"有效票不足 {kind.Floor} 张，为保护投票人不出分，权重由其他票类分担。"
        : null;
}
