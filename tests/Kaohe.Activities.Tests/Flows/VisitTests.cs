using Kaohe.Activities.Signals;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Activities.Tests.Flows;

/// <summary>考核大会, 民主测评 and 个别谈话 take place while the 考核组 is there: their tasks are due when the unit's visit ends.</summary>
public sealed class VisitTests
{
    private static readonly Dictionary<string, string> Leaves = new() { ["xinfu"] = "2026-12-01", ["yuanping"] = "2026-12-17", ["wutai"] = "2026-12-19", ["caizhengju"] = "2026-11-26" };

    [Fact]
    public void Should_give_each_unit_until_its_visit_ends_and_the_step_until_the_last_of_them()
    {
        var world = AtTheMeetings(Leaves);

        // 2026-12-19 is a Saturday; whose visit is over already has the five working days of the step.
        Assert.Equal(
            [("caizhengju", "2026-12-04"), ("wutai", "2026-12-21"), ("xinfu", "2026-12-01"), ("yuanping", "2026-12-17")],
            world.OpenOf("meeting").Select(task => (task.Key, Due(task))).OrderBy(task => task.Key, StringComparer.Ordinal));
        Assert.All(world.OpenOf("meeting"), task => Assert.Equal(new DateOnly(2026, 12, 21), OfficeTime.DateOf(task.Request.DueAt!.Value)));

        // What follows late is due in the step's own time, never before today.
        world.AdvanceDays(21);
        world.Complete(world.OpenOf("meeting").Single(task => task.Key == "yuanping"));
        Assert.Equal((new DateOnly(2026, 12, 18), "2026-12-21"), (OfficeTime.DateOf(world.Host.Now), Due(world.OpenOf("check").Single())));
    }

    [Fact]
    public void Should_hold_all_three_steps_to_the_visits_and_finish_in_time()
    {
        var world = AtTheMeetings(Leaves.ToDictionary(unit => unit.Key, _ => "2026-12-17"));

        world.CompleteEverything(task => task.Request.StepCode is StepCodes.IndividualInterviews or StepCodes.PublicOpinionSurvey or StepCodes.SocialEvaluation);

        foreach (var item in (string[])["meeting", "check", "tally", "confirmation"])
        {
            Assert.All(world.Tasks.Where(task => task.Request.Item == item && task.Request.StepCode is StepCodes.AssessmentMeeting or StepCodes.DemocraticEvaluation && task.Key != "once"), task => Assert.Equal("2026-12-17", Due(task)));
        }

        // Talks are planned in the days that a plan has, and held before the team leaves.
        Assert.All(world.OpenOf("plan").Where(task => task.Request.StepCode == StepCodes.IndividualInterviews), task => Assert.Equal("2026-12-01", Due(task)));
        world.CompleteEverything(task => task.Request.StepCode is StepCodes.PublicOpinionSurvey or StepCodes.SocialEvaluation || task.Request.Item == "record");
        Assert.NotEmpty(world.OpenOf("record"));
        Assert.All(world.OpenOf("record"), task => Assert.Equal("2026-12-17", Due(task)));
        world.CompleteEverything();
        Assert.DoesNotContain(world.Ended, line => line.Contains("Overdue", StringComparison.Ordinal));
        Assert.Empty(world.Host.Instances.SelectMany(instance => instance.State.Incidents));
    }

    [Fact]
    public void Should_follow_the_office_once_it_has_moved_the_deadline_of_the_step()
    {
        var world = AtTheMeetings(Leaves);
        var meetings = world.OpenOf("meeting");

        world.Tell(meetings[0], StepSignals.DeadlineChanged(OfficeTime.EndOf(new DateOnly(2026, 12, 30)), "大雪", "考核办主任"));
        world.Complete(meetings.Single(task => task.Key == "xinfu"));

        Assert.Equal("2026-12-30", Due(world.OpenOf("check").Single()));
    }

    [Fact]
    public void Should_go_on_as_before_where_no_visit_is_on_record()
    {
        var world = AtTheMeetings([]);

        Assert.Equal(4, world.OpenOf("meeting").Count);
        Assert.All(world.OpenOf("meeting"), task => Assert.Equal(("2026-12-04", null), (Due(task), task.Request.DueByKey)));
    }

    private static World AtTheMeetings(Dictionary<string, string> leaves)
    {
        var world = new World(Shipped.Flow("annual-assessment"), Shipped.Flow("rectification"));
        world.Host.Start("annual-assessment", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        world.CompleteEverything(task => task.Request.TaskKind == TaskKinds.VisitSchedule);
        world.Complete(world.Open.Single(), data: new Dictionary<string, object?>
        {
            ["visits"] = leaves.Select(unit => (object?)new Dictionary<string, object?> { ["unitId"] = unit.Key, ["arrives"] = unit.Value, ["leaves"] = unit.Value, ["meetingAt"] = "09:00:00" }).ToList(),
        });
        world.CompleteEverything();
        world.AdvanceDays(4);
        Assert.Equal(new DateOnly(2026, 11, 27), OfficeTime.DateOf(world.Host.Now));
        Assert.Equal(WorkflowStatus.Running, world.Host.Instances[0].State.Status);
        return world;
    }

    private static string Due(OpenedTask task) => OfficeTime.DateOf(task.Request.DueOf(task.Key)!.Value).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
