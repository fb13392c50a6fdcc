using Kaohe.Activities.Simulation;
using Kaohe.Activities.Tests.Given;
using Kaohe.Assessment.Grades;
using Kaohe.Workflows.Definitions;
using Xunit;

namespace Kaohe.Activities.Tests.Simulation;

/// <summary>The demo city's year, played on the real engine with the real rules.</summary>
public sealed class YearSimulationTests
{
    private static readonly YearTimeline Year = Play();

    [Fact]
    public void Should_come_to_its_end_without_incident()
    {
        Assert.Empty(Year.Incidents);
        Assert.True(Year.IsFinished, string.Join('\n', Year.Lines()));
    }

    [Fact]
    public void Should_give_every_unit_its_letter() => Assert.Equal((104, 104), (Year.Units, Year.Letters));

    [Fact]
    public void Should_pass_all_eleven_steps_in_the_order_of_the_regulation()
    {
        var ends = Year.Entries.Where(entry => entry.Event == "环节完成").ToDictionary(entry => entry.Step, entry => entry.Until);
        Assert.Equal(StepCodes.All.Select(StepCodes.NameOf).Order(), ends.Keys.Order());
        var beside = new[] { "民意调查", "社会评价" };
        Assert.Equal(
            StepCodes.All.Select(StepCodes.NameOf).Except(beside),
            ends.Where(pair => !beside.Contains(pair.Key)).OrderBy(pair => pair.Value).ThenBy(pair => StepCodes.All.Select(StepCodes.NameOf).ToList().IndexOf(pair.Key)).Select(pair => pair.Key));
        Assert.All(beside, step => Assert.True(ends[step] <= Begin("综合评价")));
        Assert.Equal(Begin("考核大会"), Begin("民意调查"));
    }

    [Fact]
    public void Should_send_every_rectification_back_once_and_close_all()
    {
        var counts = Year.Rectifications;
        Assert.True(counts.Begun > 0);
        Assert.Equal((counts.Begun, counts.Begun), (counts.Returned, counts.Closed));
        Assert.Equal(1, counts.Overdue);
    }

    [Fact]
    public void Should_decide_a_grade_for_every_unit_and_use_all_of_them()
    {
        Assert.Equal(104, Year.Grades.Values.Sum());
        Assert.Equal([Grade.Poor, Grade.Average, Grade.FairlyGood, Grade.Good], Year.Grades.Keys.Order());
    }

    [Fact]
    public void Should_play_the_same_year_again() => Assert.Equal(Year.Lines(), Play().Lines());

    [Fact]
    public void Should_say_that_there_is_no_annual_flow() =>
        Assert.Contains("没有年度考核流程", Assert.Throws<DefinitionException>(
            () => YearSimulation.Run([Shipped.Flow("rectification")], Shipped.DemoCity, new DateOnly(2026, 11, 23))).Message);

    private static DateOnly Begin(string step) => Year.Entries.First(entry => entry.Step == step && entry.Event == "环节开始").From;

    private static YearTimeline Play() =>
        YearSimulation.Run([.. Shipped.FlowNames.Select(Shipped.Flow)], Shipped.DemoCity, new DateOnly(2026, 11, 23));
}
