using Kaohe.Activities.Effects;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Activities.Tests.Flows;

/// <summary>Between the approval of a 整改报告 and its 销号: the unit carries its measures out until their own last day, and is checked then.</summary>
public sealed class RectificationFlowTests
{
    private readonly World _world = new(Shipped.Flow("rectification"));

    [Fact]
    public void Should_give_the_unit_until_the_last_day_of_its_own_measures()
    {
        Approve("2027-03-31", "2027-06-30", "2027-05-31");

        var task = Assert.Single(_world.Open).Request;
        Assert.Equal((TaskKinds.RectificationCompletion, "unit", new DateOnly(2027, 6, 30)), (task.TaskKind, task.Role, OfficeTime.DateOf(task.DueAt!.Value)));
        _world.AdvanceDays(90);
        Assert.Equal(TaskKinds.RectificationCompletion, Assert.Single(_world.Open).Request.TaskKind);
    }

    [Theory]
    [InlineData("20个工作日")]
    [InlineData("5个工作日", "2026-11-20")]
    public void Should_give_the_unit_time_where_its_report_has_no_day_ahead(string expected, params string[] days)
    {
        Approve(days);

        Assert.Equal(expected, Assert.Single(_world.Open).Request.DeadlineText);
        Assert.Empty(_world.Host.Instances[0].State.Incidents);
    }

    [Fact]
    public void Should_check_earlier_when_the_unit_reports_earlier_and_write_the_slip_after_the_office_has_closed()
    {
        Approve("2027-06-30");
        var completion = Assert.Single(_world.Open);
        _world.Complete(completion);

        var recheck = Assert.Single(_world.Open);
        Assert.Equal((TaskKinds.RectificationRecheck, completion.Id), (recheck.Request.TaskKind, recheck.Request.Data!["submittedTaskId"]));
        _world.Complete(recheck);
        var closing = Assert.Single(_world.Open);
        Assert.Equal((TaskKinds.RectificationClosing, recheck.Id), (closing.Request.TaskKind, closing.Request.Data!["submittedTaskId"]));
        Assert.DoesNotContain(_world.Documents, document => document.TemplateName == "销号单");

        _world.Complete(closing);
        Assert.Equal("销号单", _world.Documents[^1].TemplateName);
        Assert.Equal([RectificationEvent.Completed, RectificationEvent.Rechecked, RectificationEvent.Closed], Events().TakeLast(3));
        Assert.Equal(WorkflowStatus.Finished, _world.Host.Instances[0].State.Status);
    }

    [Fact]
    public void Should_check_all_the_same_when_the_unit_does_not_report_and_say_so()
    {
        Approve("2026-12-25");
        var report = _world.Tasks.First(task => task.Request.TaskKind == TaskKinds.RectificationReport).Id;
        _world.AdvanceDays(60);

        var recheck = Assert.Single(_world.Open);
        Assert.Equal((TaskKinds.RectificationRecheck, report), (recheck.Request.TaskKind, recheck.Request.Data!["submittedTaskId"]));
        Assert.Equal(RectificationEvent.CompletionOverdue, Events()[^1]);
    }

    [Fact]
    public void Should_ask_for_a_new_report_when_a_measure_is_not_in_place()
    {
        Approve("2026-12-25");
        _world.Complete(Assert.Single(_world.Open));
        _world.Complete(Assert.Single(_world.Open), "return", comment: "第 1 项未到位");

        var again = Assert.Single(_world.Open).Request;
        Assert.Equal((TaskKinds.RectificationReport, "第 1 项未到位"), (again.TaskKind, again.Data!["returnReason"]));
        Approve(begin: false, "2027-08-31");
        Assert.Equal(new DateOnly(2027, 8, 31), OfficeTime.DateOf(Assert.Single(_world.Open).Request.DueAt!.Value));
    }

    private void Approve(params string[] days) => Approve(begin: true, days);

    private void Approve(bool begin, params string[] days)
    {
        if (begin)
        {
            _world.Host.Start("rectification", new Dictionary<string, object?> { ["cycleYear"] = 2026, ["unitId"] = "wutai", ["unitName"] = "五台县", ["gradeLabel"] = "差" });
            _world.Host.Settle();
        }

        var measures = days.Select(day => (object?)new Dictionary<string, object?> { ["shortcoming"] = "投资未完成", ["completeBy"] = day }).ToList();
        _world.Complete(Assert.Single(_world.Open), data: new Dictionary<string, object?> { ["causes"] = "跟踪不够", ["measures"] = measures });
        _world.Complete(Assert.Single(_world.Open));
        _world.Complete(Assert.Single(_world.Open));
    }

    private List<RectificationEvent> Events() => [.. _world.Effects.Select(effect => effect.Payload).OfType<RecordRectification>().Select(record => record.Event)];
}
