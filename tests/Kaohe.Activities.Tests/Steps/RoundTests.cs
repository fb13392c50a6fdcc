using Kaohe.Activities.Effects;
using Kaohe.Activities.Plans;
using Kaohe.Activities.Signals;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Xunit;

namespace Kaohe.Activities.Tests.Steps;

/// <summary>督查 in rounds: when each begins, what each asks for, and that rounds never mix.</summary>
public sealed class RoundTests
{
    [Theory]
    [InlineData(4, "2026-11-23", 4, 4)]
    [InlineData(4, "2027-02-01", 1, 4)]
    [InlineData(4, "2027-05-10", 2, 4)]
    [InlineData(2, "2027-06-30", 1, 2)]
    [InlineData(2, "2027-07-01", 2, 2)]
    [InlineData(12, "2027-03-31", 3, 12)]
    [InlineData(1, "2027-03-31", 1, 1)]
    [InlineData(5, "2027-04-01", 2, 5)]
    [InlineData(40, "2028-01-05", 12, 12)]
    public void Should_hold_the_rounds_that_are_still_ahead(int count, string day, int first, int last)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var rounds = PlanRounds.From(today.Year == 2026 ? 2026 : 2027, count, today);

        Assert.Equal((first, last, first < last), (rounds.Number, rounds.Count, rounds.HasSeveral));
    }

    [Theory]
    [InlineData(1, 1, "全年")]
    [InlineData(2, 1, "上半年")]
    [InlineData(4, 2, "第二季度")]
    [InlineData(3, 3, "9—12月")]
    [InlineData(6, 1, "1—2月")]
    [InlineData(5, 2, "4—5月")]
    [InlineData(12, 11, "11月")]
    public void Should_name_the_months_that_a_round_looks_at(int count, int number, string span) => Assert.Equal(span, new PlanRounds(2027, count, 1, number).Span);

    [Fact]
    public void Should_put_the_months_of_the_round_into_each_of_its_papers()
    {
        var world = Start(cycleYear: 2026, rounds: 12);
        world.CompleteEverything();
        world.AdvanceDays(new DateOnly(2026, 12, 2).DayNumber - OfficeTime.DateOf(World.Monday).DayNumber);
        world.CompleteEverything();

        Assert.Equal(["Done"], world.Ended);
        foreach (var template in new[] { "督查通知", "督查记录表", "督查通报" })
        {
            Assert.Equal(["11月", "12月"], world.Documents.Where(document => document.TemplateName == template).Select(document => document.Data!["督查期间"]).Distinct());
        }
    }

    [Fact]
    public void Should_begin_each_later_round_on_the_first_working_day_of_the_last_month_of_its_period()
    {
        var round = PlanRounds.From(2027, 4, new DateOnly(2027, 1, 11));
        var days = new List<(string, string, DateOnly)>();
        for (; ; round = round.Next)
        {
            days.Add((round.Name, round.Period, OfficeTime.DateOf(round.BeginsAt(WorkingCalendar.Empty))));
            if (round.IsLast)
            {
                break;
            }
        }

        Assert.Equal(
            [
                ("第一季度", "2027Q1", new DateOnly(2027, 3, 1)), ("第二季度", "2027Q2", new DateOnly(2027, 6, 1)),
                ("第三季度", "2027Q3", new DateOnly(2027, 9, 1)), ("第四季度", "2027", new DateOnly(2027, 12, 1)),
            ],
            days);
    }

    [Fact]
    public void Should_supervise_once_when_only_the_last_round_of_the_year_is_left()
    {
        var world = Start(cycleYear: 2026, rounds: 4);
        world.CompleteEverything();

        Assert.Equal(["Done"], world.Ended);
        Assert.Single(world.Documents, document => document.TemplateName == "督查通报");
        Assert.All(world.Documents, document => Assert.Equal("第四季度", document.Data!["督查期间"]));
        Assert.DoesNotContain(world.Tasks, task => task.Request.Title.Contains("季度", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_hold_every_round_of_a_year_one_after_the_other_with_its_own_papers_and_figures()
    {
        // The world's Monday is in November 2026, so the year 2027 lies ahead as a whole.
        var world = Start(cycleYear: 2027, rounds: 4);
        Assert.Empty(world.Open);
        world.AdvanceDays(Until(2027, 3, 1) - 1);
        Assert.Empty(world.Open);
        world.AdvanceDays(1);
        Assert.Equal("第一季度：制定督查计划并安排督查组", Assert.Single(world.Open).Request.Title);
        world.CompleteEverything();
        Assert.Empty(world.Ended);
        Assert.Empty(world.Open);
        Assert.Equal(["2027Q1"], Evidence(world, "xinfu").Select(task => task.Request.Data![FlowInputs.Period]));
        Assert.Equal(new DateOnly(2027, 3, 29), OfficeTime.DateOf(Evidence(world, "xinfu").Single().Request.DueAt!.Value));
        Assert.Single(world.Documents, document => document.TemplateName == "督查通报");

        world.AdvanceDays(new DateOnly(2027, 6, 1).DayNumber - new DateOnly(2027, 3, 1).DayNumber - 1);
        Assert.Empty(world.Open);
        world.AdvanceDays(1);
        Assert.Equal("第二季度：制定督查计划并安排督查组", Assert.Single(world.Open).Request.Title);
        Assert.Equal(new DateOnly(2027, 6, 29), OfficeTime.DateOf(DueOfStep(world)));
        for (var months = 0; months < 14 && world.Ended.Count == 0; months++)
        {
            world.CompleteEverything();
            world.AdvanceDays(31);
        }

        Assert.Equal(["Done"], world.Ended);
        Assert.Equal(["2027Q1", "2027Q2", "2027Q3", "2027"], Evidence(world, "xinfu").Select(task => task.Request.Data![FlowInputs.Period]));
        Assert.Equal(4, world.Documents.Count(document => document.TemplateName == "督查通报"));
        Assert.Equal("关于年度目标责任落实情况的督查通报（第三季度）", world.Documents.Where(document => document.TemplateName == "督查通报").ElementAt(2).Title);
    }

    [Fact]
    public void Should_end_a_round_that_the_office_closes_and_still_hold_the_next()
    {
        var world = Start(cycleYear: 2027, rounds: 2);
        world.AdvanceDays(Until(2027, 6, 1));
        world.Complete(world.Open.Single());
        var late = world.OpenOf("evidence")[0];
        world.Host.Resume(late.Instance, late.Request.BookmarkId, StepSignals.StepClosed("本轮督查已到期", "考核办主任", null));
        world.Host.Settle();
        world.CompleteEverything(task => task.Request.Item == "evidence");
        Assert.Empty(world.Ended);

        world.AdvanceDays(new DateOnly(2027, 12, 2).DayNumber - new DateOnly(2027, 6, 1).DayNumber);
        var before = world.Tasks.Count;
        world.Tell(late, TaskSignals.Completed(late.Request.Item, late.Key, late.Id, "done", null, "somebody", null));
        Assert.Equal(before, world.Tasks.Count);
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
        Assert.Equal(8, world.Tasks.Count(task => task.Request.TaskKind == TaskKinds.EvidenceFiling));
    }

    [Fact]
    public void Should_end_overdue_when_an_earlier_round_was_late()
    {
        var world = Start(cycleYear: 2027, rounds: 2);
        world.AdvanceDays(Until(2027, 6, 1) + 60);
        world.CompleteEverything();
        world.AdvanceDays(Until(2027, 12, 2) - Until(2027, 6, 1) - 60);
        world.CompleteEverything();

        Assert.Equal(["Overdue"], world.Ended);
    }

    [Fact]
    public void Should_give_a_later_round_its_own_time_when_the_one_date_of_the_step_has_passed()
    {
        // Only an expression can still give a date: one that is written out is refused at publication.
        var deadline = new { type = "JavaScript", value = "`${getInput('cycleYear')}-03-31`" };
        var world = World.WithActivity("Kaohe.Supervision", new { deadline }, new Dictionary<string, object?> { ["cycleYear"] = 2027 }, "Done", "Overdue");
        world.AdvanceDays(Until(2027, 3, 1));
        world.Complete(world.Open.Single());
        Assert.All(world.OpenOf("evidence"), task => Assert.Equal(new DateOnly(2027, 3, 31), OfficeTime.DateOf(task.Request.DueAt!.Value)));
        world.CompleteEverything();

        world.AdvanceDays(Until(2027, 6, 1) - Until(2027, 3, 1));
        Assert.Equal(new DateOnly(2027, 6, 29), OfficeTime.DateOf(DueOfStep(world)));
        for (var months = 0; months < 14 && world.Ended.Count == 0; months++)
        {
            world.CompleteEverything();
            world.AdvanceDays(31);
        }

        Assert.Equal(["Done"], world.Ended);
    }

    [Theory]
    [InlineData("2027-01-05", "2027-03-01")]
    [InlineData("2027-03-10", null)]
    [InlineData("2027-04-01", "2027-06-01")]
    [InlineData("2027-11-23", null)]
    public void Should_begin_the_first_round_at_the_end_of_its_period_unless_that_has_passed_or_only_the_last_is_left(string day, string? begins)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var waits = PlanRounds.From(2027, 4, today).FirstWaitsUntil(OfficeTime.At(today, new TimeOnly(10, 0)), WorkingCalendar.Empty);

        Assert.Equal(begins, waits is { } until ? OfficeTime.DateOf(until).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
        Assert.Null(PlanRounds.Once(2028).FirstWaitsUntil(OfficeTime.At(today, new TimeOnly(10, 0)), WorkingCalendar.Empty));
    }

    private static int Until(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - OfficeTime.DateOf(World.Monday).DayNumber;

    private static World Start(int cycleYear, int rounds) =>
        World.WithActivity("Kaohe.Supervision", new { rounds = $"{rounds}" }, new Dictionary<string, object?> { ["cycleYear"] = cycleYear }, "Done", "Overdue");

    private static IEnumerable<OpenedTask> Evidence(World world, string unit) =>
        world.Tasks.Where(task => task.Request.TaskKind == TaskKinds.EvidenceFiling && task.Key == unit);

    private static DateTimeOffset DueOfStep(World world)
    {
        world.Complete(world.Open.Single());
        return world.OpenOf("evidence")[0].Request.DueAt!.Value;
    }
}
