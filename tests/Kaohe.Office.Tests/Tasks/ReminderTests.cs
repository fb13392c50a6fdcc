using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

public sealed class ReminderTests
{
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly ReminderPlan Ladder = new()
    {
        Reminders = [new(3, Nine), new(1, Nine), new(0, Nine)],
        Escalations =
        [
            new(1, Nine, EscalationTarget.Assignee),
            new(2, Nine, EscalationTarget.UnitHead),
            new(3, Nine, EscalationTarget.Role),
        ],
    };

    private readonly GivenOffice office = new();

    private ReminderSchedule Schedule => new(GivenOffice.Calendar, QuietHours.Default, office.Desk.Directory);

    [Fact]
    public void Should_plan_both_ladders_in_working_days_around_the_deadline() =>
        Assert.Equal(
            ["03-04 09:00", "03-06 09:00", "03-09 09:00", "03-10 09:00", "03-11 09:00", "03-12 09:00"],
            Schedule.Plan(Task()).Select(notice => OfficeTime.Local(notice.At).ToString("MM-dd HH:mm")));

    [Fact]
    public void Should_send_the_reminder_whose_time_has_come_once()
    {
        var due = Schedule.DueAt(Task(), At("03-06 09:00"), new HashSet<string> { "20260309-3@0900" });
        var notice = Assert.Single(due.Send);
        Assert.Equal(("20260309-1@0900", UnitHandler.Id, "“报送自查报告”还剩 1 个工作日，请及时办理。"), (notice.Notice.Key, Assert.Single(notice.PersonIds), notice.Text));
        Assert.Empty(Schedule.DueAt(Task(), At("03-06 09:00"), new HashSet<string> { "20260309-3@0900", "20260309-1@0900" }).Send);
        Assert.Empty(Schedule.DueAt(Task(), At("03-04 08:59"), new HashSet<string>()).Send);
    }

    [Fact]
    public void Should_send_only_the_latest_of_the_reminders_missed_in_an_outage()
    {
        var due = Schedule.DueAt(Task(), At("03-09 10:00"), new HashSet<string>());
        Assert.Equal("20260309-0@0900", Assert.Single(due.Send).Notice.Key);
        Assert.Equal(["20260309-3@0900", "20260309-1@0900"], due.Skip);
    }

    [Fact]
    public void Should_escalate_from_the_person_to_the_head_of_the_unit_to_the_office()
    {
        var sent = new HashSet<string> { "20260309-3@0900", "20260309-1@0900", "20260309-0@0900" };
        var due = Schedule.DueAt(Task(), At("03-12 09:00"), sent);
        Assert.Equal([[UnitHandler.Id], [UnitHead.Id], [Clerk.Id, Chief.Id]], due.Send.Select(notice => notice.PersonIds));
        Assert.Equal("“报送自查报告”（定襄县经办人）已逾期 3 个工作日，请督促。", due.Send[^1].Text);
    }

    [Fact]
    public void Should_send_nothing_at_night_or_on_days_off()
    {
        Assert.Empty(Schedule.DueAt(Task(), At("03-09 21:00"), new HashSet<string>()).Send);
        Assert.Empty(Schedule.DueAt(Task(), At("03-08 10:00"), new HashSet<string>()).Send);
        var early = Task() with { Reminders = new ReminderPlan { Reminders = [new(1, new TimeOnly(6, 0))] } };
        Assert.Equal(At("03-06 09:00"), Assert.Single(Schedule.Plan(early)).At);
    }

    [Fact]
    public void Should_not_remind_of_a_time_before_the_task_existed() =>
        Assert.DoesNotContain(Schedule.Plan(Task() with { CreatedAt = At("03-05 10:00") }), notice => notice.Key == "20260309-3@0900");

    [Theory]
    [InlineData(TaskState.Completed)]
    [InlineData(TaskState.Suspended)]
    [InlineData(TaskState.Waiting)]
    [InlineData(TaskState.Cancelled)]
    public void Should_remind_nobody_of_a_task_that_is_not_in_hand(TaskState state) => Assert.Empty(Schedule.Plan(Task() with { State = state }));

    [Fact]
    public void Should_remind_all_candidates_while_nobody_has_claimed()
    {
        var open = office.Opened(NewTask(Candidate.OfUnit("dingxiang")) with { Reminders = Ladder });
        Assert.Equal([UnitHead.Id, UnitHandler.Id, UnitHandler2.Id], Assert.Single(Schedule.DueAt(open, At("03-04 09:00"), new HashSet<string>()).Send).PersonIds);
    }

    [Fact]
    public void Should_begin_the_ladder_anew_when_the_deadline_changes()
    {
        var later = office.Do(Task(), new ChangeDeadline { OperationId = "o", Actor = office.As(Clerk), At = Now, Date = new(2026, 3, 16), Reason = "等数据" });
        Assert.Equal(At("03-11 09:00"), Schedule.NextAt(later, new HashSet<string> { "20260309-3@0900" }));
    }

    [Fact]
    public void Should_show_and_then_move_deadlines_when_a_calendar_changes()
    {
        var computed = Task();
        var byHand = office.Do(Task(), new ChangeDeadline { OperationId = "o", Actor = office.As(Clerk), At = Now, Date = new(2026, 3, 16), Reason = "等数据" });
        var changed = GivenOffice.Calendar.With(GivenOffice.Calendar.Years.Single(year => year.Year == 2026) with { DaysOff = [new(new DateOnly(2026, 3, 5), "临时放假")] });

        var moved = Assert.Single(DeadlineReview.Preview([computed, byHand], changed));
        Assert.Equal((new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 10)), (moved.From, moved.To));

        var after = office.Desk.Handle(computed, DeadlineReview.Command(moved, "calendar-2026-b", Now));
        Assert.Equal((OfficeTime.EndOf(new(2026, 3, 10)), "5个工作日"), (after.Task.DueAt, after.Task.DeadlineText));
        Assert.Equal("3月2日 16:20 系统 日历调整：期限改为3月10日", Assert.Single(after.Events).Line);
    }

    private HumanTask Task() => office.Opened(NewTask(Candidate.OfPost("dingxiang", "handler")) with { Reminders = Ladder });

    private static DateTimeOffset At(string text) => new(DateTime.Parse($"2026-{text}"), TimeSpan.FromHours(8));
}
