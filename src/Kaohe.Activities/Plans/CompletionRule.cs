using System.Globalization;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Plans;

/// <summary>When a step with many units is complete.</summary>
public enum CompletionKind
{
    /// <summary>全部完成. After the deadline it goes on waiting and ends as 逾期.</summary>
    AllDone,

    /// <summary>达到比例: a share of the units is enough; the rest is closed when the step ends.</summary>
    Share,

    /// <summary>到期说明理由: at the deadline the office gives a reason for each unit that is missing.</summary>
    AtDeadlineWithReasons,
}

/// <summary>When a step is complete.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Percent">Share of the units, 1 to 100; 100 unless the rule is <see cref="CompletionKind.Share"/>.</param>
public sealed record CompletionRule(CompletionKind Kind, int Percent)
{
    /// <summary>Everything must be done.</summary>
    public static CompletionRule AllDone { get; } = new(CompletionKind.AllDone, 100);

    /// <summary>Reads what the designer gives.</summary>
    /// <param name="kind"><c>all</c>, <c>share</c> or <c>deadline</c>; empty means all.</param>
    /// <param name="percent">The share.</param>
    /// <exception cref="WorkflowException">Neither of these, or a share outside of 1 to 100.</exception>
    public static CompletionRule Read(string? kind, int percent) => kind?.Trim() switch
    {
        null or "" or "all" => AllDone,
        "share" when percent is >= 1 and <= 100 => new CompletionRule(CompletionKind.Share, percent),
        "share" => throw new WorkflowException($"完成比例是 {percent}%，应在 1 到 100 之间。请在设计器里改正。"),
        "deadline" => new CompletionRule(CompletionKind.AtDeadlineWithReasons, 100),
        _ => throw new WorkflowException($"看不懂完成条件“{kind}”，请在设计器里选择“全部完成”“达到比例”或“到期说明理由”。"),
    };

    /// <summary>How many of a number must be finished; rounded up, so that 90% of 14 is 13.</summary>
    public int Needed(int count) => Kind == CompletionKind.Share ? ((count * Percent) + 99) / 100 : count;

    /// <summary>The rule in Chinese.</summary>
    public override string ToString() => Kind switch
    {
        CompletionKind.Share => string.Create(CultureInfo.InvariantCulture, $"达到 {Percent}%"),
        CompletionKind.AtDeadlineWithReasons => "到期说明理由",
        _ => "全部完成",
    };
}
