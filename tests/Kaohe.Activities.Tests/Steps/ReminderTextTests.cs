using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Xunit;

namespace Kaohe.Activities.Tests.Steps;

public sealed class ReminderTextTests
{
    [Fact]
    public void Should_remind_and_report_upwards_as_shipped()
    {
        var plan = ReminderText.Read(ReminderText.DefaultReminders, Role.Office.Code, ReminderText.DefaultLadder, out var problem);

        Assert.Null(problem);
        Assert.Equal([3, 1, 0], plan.Reminders.Select(step => step.WorkingDaysBefore));
        Assert.Equal(
            [(1, EscalationTarget.Assignee, null), (2, EscalationTarget.UnitHead, null), (3, EscalationTarget.Role, Role.Office.Code)],
            plan.Escalations.Select(step => (step.WorkingDaysAfter, step.Target, step.Role)));
        Assert.All(plan.Escalations.Select(step => step.At).Concat(plan.Reminders.Select(step => step.At)), time => Assert.Equal(new TimeOnly(9, 0), time));
    }

    [Theory]
    [InlineData("-，１，5", "UnitHead 1, Role 5")]
    [InlineData("2", "Assignee 2")]
    [InlineData("- - -", "")]
    [InlineData("", "Assignee 1, UnitHead 2, Role 3")]
    [InlineData(null, "Assignee 1, UnitHead 2, Role 3")]
    public void Should_read_a_ladder_as_people_type_it(string? text, string expected)
    {
        var plan = ReminderText.Read("", Role.Office.Code, text, out var problem);

        Assert.Null(problem);
        Assert.Equal(expected, string.Join(", ", plan.Escalations.Select(step => $"{step.Target} {step.WorkingDaysAfter}")));
    }

    [Theory]
    [InlineData("1,2,3,4")]
    [InlineData("0,1,2")]
    [InlineData("明天")]
    [InlineData("61")]
    public void Should_say_how_a_ladder_is_written(string text)
    {
        ReminderText.Read("", Role.Office.Code, text, out var problem);

        Assert.Contains("例如“1,2,3”", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_report_to_nobody_without_a_role() => Assert.Empty(ReminderText.Read("1", escalationRole: null, "1,2,3", out _).Escalations);
}
