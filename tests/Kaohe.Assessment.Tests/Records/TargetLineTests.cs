using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Responsibility;
using Xunit;

namespace Kaohe.Assessment.Tests.Records;

/// <summary>What a unit proposed, what 考核办 made of it, and what becomes of it.</summary>
public sealed class TargetLineTests
{
    private static readonly Target InForce = new() { UnitId = "a", IndicatorCode = "E1", Sure = 10m, Stretch = 12m, Base = 9m };

    [Fact]
    public void Should_take_the_proposal_over_unless_the_office_departs_from_it()
    {
        var line = Line() with { Proposed = new("E1", 9m, 11m, 13m, "增长一成") };
        Assert.Equal((11m, 13m, "增长一成"), (line.Sure, line.Stretch, line.Grounds));
        Assert.True(line.IsChanged);
        Assert.False(line.IsAdjusted);

        var adjusted = line with { Collated = new("a", "E1", 12m, 14m, "与五年目标衔接") };
        Assert.Equal((12m, 14m, "与五年目标衔接"), (adjusted.Sure, adjusted.Stretch, adjusted.Grounds));
        Assert.True(adjusted.IsAdjusted);
        Assert.Equal(InForce with { Sure = 12m, Stretch = 14m }, adjusted.ToTarget());
        Assert.Empty(new CollationIsSoundRule([line, adjusted]).Problems());
    }

    [Fact]
    public void Should_keep_what_is_in_force_when_the_unit_proposed_nothing()
    {
        Assert.False(Line().IsChanged);
        Assert.Equal(InForce, Line().ToTarget());
        Assert.Null((Line() with { Present = null }).ToTarget());
    }

    [Fact]
    public void Should_name_everything_that_is_missing_in_the_collated_table()
    {
        TargetLine[] lines =
        [
            Line() with { Present = null },
            Line() with { Collated = new("a", "E1", 20m, 15m, " ") },
        ];
        Assert.Equal(["items[a.E1].sure", "items[a.E1].stretch", "items[a.E1].reason"], new CollationIsSoundRule(lines).Problems().Select(problem => problem.Path));
        Assert.Single(new CollationIsSoundRule([]).Problems());
    }

    private static TargetLine Line() => new()
    {
        UnitId = "a",
        UnitName = "甲县",
        Indicator = new Indicator { Code = "E1", Name = "地区生产总值", Weight = 10m, Method = new CompletionRate(), CertifierUnitId = "tj" },
        Present = InForce,
    };
}
