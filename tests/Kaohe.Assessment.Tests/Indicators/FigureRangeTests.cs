using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Xunit;

namespace Kaohe.Assessment.Tests.Indicators;

/// <summary>Only figures that surely cannot be are refused.</summary>
public sealed class FigureRangeTests
{
    [Theory]
    [InlineData("信访积案化解率", "%", -5)]
    [InlineData("信访积案化解率", "%", 100.1)]
    [InlineData("年度目标任务完成率", "%", 5000)]
    [InlineData("年度目标任务完成率", "％", -0.1)]
    [InlineData("战略性新兴产业增加值占比", "%", -1)]
    [InlineData("群众安全感", "%", 101)]
    public void Should_refuse_a_percentage_that_cannot_be(string name, string measure, double value) =>
        Assert.Equal(["value"], new FigureIsPossibleRule("value", name, measure, (decimal)value).Problems().Select(problem => problem.Path));

    [Theory]
    [InlineData("信访积案化解率", "%", 100)]
    [InlineData("信访积案化解率", "%", 0)]
    [InlineData("年度目标任务完成率", "%", 130)]
    [InlineData("分管行业主要指标增速", "%", -12)]
    [InlineData("外贸进出口增长率", "%", 1500)]
    [InlineData("单位地区生产总值能耗降低率", "%", -1)]
    [InlineData("规模以上工业利润率", "%", -3)]
    [InlineData("地区生产总值", "亿元", 5000)]
    public void Should_accept_what_may_be(string name, string measure, double value) =>
        Assert.Empty(new FigureIsPossibleRule("value", name, measure, (decimal)value).Problems());

    [Fact]
    public void Should_take_away_no_more_than_an_indicator_is_worth()
    {
        var indicator = Given.Indicator("E1", 3m, new Deduction());

        Assert.Empty(new DeductionsWithinPointsRule(indicator, [new(1m, "甲", "a"), new(2m, "乙", "a")]).Problems());
        Assert.Single(new DeductionsWithinPointsRule(indicator, [new(1m, "甲", "a"), new(2.5m, "乙", "a")]).Problems());
        Assert.Empty(new DeductionsWithinPointsRule(Given.Indicator("E2", 1m), [new(2m, "甲", "a")]).Problems());
    }
}
