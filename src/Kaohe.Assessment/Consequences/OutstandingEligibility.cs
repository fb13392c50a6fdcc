using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Consequences;

/// <summary>What decides whether an official may be graded 优秀.</summary>
public sealed record OutstandingFacts
{
    /// <summary>The official.</summary>
    public required Official Official { get; init; }

    /// <summary>The grade of the official's unit this year.</summary>
    public Grade? UnitGrade { get; init; }

    /// <summary>诫勉 and heavier measures.</summary>
    public IReadOnlyList<DisciplinaryMeasure> Measures { get; init; } = [];

    /// <summary>Days of leave in the year (病事假、离岗 together).</summary>
    public int LeaveDays { get; init; }
}

/// <summary>诫勉 or a heavier measure.</summary>
/// <param name="Name">Its name, for example 诫勉 or 党内警告.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day of the 影响期.</param>
public sealed record DisciplinaryMeasure(string Name, DateOnly From, DateOnly Until);

/// <summary>Whether an official may be graded 优秀; all reasons against it are listed.</summary>
public static class OutstandingEligibility
{
    /// <summary>The broken rules; empty when the official is eligible.</summary>
    public static IReadOnlyList<Rule> Obstacles(Scheme scheme, OutstandingFacts facts) =>
    [
        .. new Rule[]
        {
            new HeadOfWeakUnitRule(scheme, facts),
            new MeasureOverlapsYearRule(scheme, facts),
            new LongLeaveRule(scheme, facts),
        }.Where(rule => rule.IsBroken()),
    ];
}

/// <summary>The head of a unit graded 一般 or 差 is not graded 优秀.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="facts">The official.</param>
public sealed class HeadOfWeakUnitRule(Scheme scheme, OutstandingFacts facts) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：领导班子为一般或差的，主要负责人不得评为优秀";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (facts.Official.Rank == PostRank.Head && facts.UnitGrade <= Grade.Average)
        {
            yield return new Problem("unitGrade", $"所在领导班子本年度等次为“{GradeNames.Of(facts.UnitGrade.Value, scheme.Grades.Labels)}”，主要负责人不能评为优秀。");
        }
    }
}

/// <summary>诫勉 or a heavier measure whose 影响期 overlaps the year stands against 优秀.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="facts">The official.</param>
public sealed class MeasureOverlapsYearRule(Scheme scheme, OutstandingFacts facts) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：受诫勉以上处理且影响期与考核年度重叠的，不得评为优秀";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => facts.Measures
        .Where(measure => measure.From <= scheme.PeriodEnd && measure.Until >= scheme.PeriodStart)
        .Select(measure => new Problem(
            "measures",
            $"受{measure.Name}，影响期 {measure.From:yyyy-MM-dd} 至 {measure.Until:yyyy-MM-dd} 与考核年度重叠，不能评为优秀。"));
}

/// <summary>Leave over half the year stands against 优秀.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="facts">The official.</param>
public sealed class LongLeaveRule(Scheme scheme, OutstandingFacts facts) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 officials.longestLeave：离岗超过半年的，不得评为优秀";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        var days = scheme.PeriodEnd.DayNumber - scheme.PeriodStart.DayNumber + 1;
        if (facts.LeaveDays > scheme.Officials.LongestLeave * days)
        {
            yield return new Problem("leaveDays", $"本年度离岗 {facts.LeaveDays} 天，超过全年的 {Shown.Number(scheme.Officials.LongestLeave * 100m)}%，不能评为优秀。");
        }
    }
}
