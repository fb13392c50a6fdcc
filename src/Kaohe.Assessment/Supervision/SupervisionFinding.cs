using Kaohe.Assessment.Readings;

namespace Kaohe.Assessment.Supervision;

/// <summary>督查: one round of checks on the ground, usually one a quarter.</summary>
public sealed record SupervisionRound
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>1 for the first round of the year.</summary>
    public required int Number { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Units that are visited.</summary>
    public IReadOnlyList<string> UnitIds { get; init; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<SupervisionFinding> Findings { get; init; } = [];

    /// <summary>Puts a finding on record; a later finding on the same unit and indicator replaces the earlier one.</summary>
    /// <exception cref="RulesBrokenException">The unit is not visited in this round, or a shortfall is not described.</exception>
    public SupervisionRound Record(SupervisionFinding finding)
    {
        Rule.CheckAll([new UnitIsInRoundRule(this, finding), new ShortfallIsDescribedRule(finding)]);
        return this with
        {
            Findings = [.. Findings.Where(other => other.UnitId != finding.UnitId || other.IndicatorCode != finding.IndicatorCode), finding],
        };
    }
}

/// <summary>How an indicator stands when it is checked.</summary>
public enum Progress
{
    /// <summary>未完成: not done, or nothing shows that it is.</summary>
    NotDone,

    /// <summary>进度滞后.</summary>
    Behind,

    /// <summary>正常推进.</summary>
    OnTrack,

    /// <summary>已完成.</summary>
    Done,
}

/// <summary>督查记录: how one indicator of one unit stands.</summary>
public sealed record SupervisionFinding
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The 二级指标.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>What the unit says, or the team saw.</summary>
    public required Progress Stated { get; init; }

    /// <summary>What shows it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What was found, in words; needed where something is behind.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What counts: without evidence nothing is done (方案: 没有佐证材料的按未完成计, 澄城2013年做法).</summary>
    public Progress Counted => Evidence.Count == 0 ? Progress.NotDone : Stated;
}

/// <summary>Chinese names.</summary>
public static class ProgressNames
{
    /// <summary>The name.</summary>
    public static string Of(Progress progress) => progress switch
    {
        Progress.Done => "已完成",
        Progress.OnTrack => "正常推进",
        Progress.Behind => "进度滞后",
        _ => "未完成",
    };
}
