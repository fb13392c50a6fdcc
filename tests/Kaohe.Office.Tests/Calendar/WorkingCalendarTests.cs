using Kaohe.Office.Calendar;

namespace Kaohe.Office.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Shipped = GivenOffice.Calendar;

    [Fact]
    public void Should_hold_official_tables_from_2004_to_2026_without_a_fault()
    {
        Assert.Equal(Enumerable.Range(2004, 23), Shipped.Years.Select(year => year.Year));
        Assert.All(Shipped.Years, year => Assert.Empty(year.Check()));
        Assert.All(Shipped.Years, year => Assert.NotEmpty(year.Notices));
        Assert.True(Shipped.IsOfficial(2026));
        Assert.False(Shipped.IsOfficial(2027));
    }

    [Theory]
    [InlineData("2026-02-14", true, "春节调休上班")] // Saturday, worked
    [InlineData("2026-02-16", false, "春节")] // Monday, off
    [InlineData("2026-02-28", true, "春节调休上班")]
    [InlineData("2026-03-02", true, "工作日")]
    [InlineData("2026-03-01", false, "周末")]
    [InlineData("2025-10-08", false, "国庆节、中秋")]
    [InlineData("2026-10-10", true, "国庆节调休上班")]
    public void Should_follow_the_notice_for_holidays_and_moved_days(string date, bool works, string name)
    {
        var day = Shipped.Describe(DateOnly.Parse(date));
        Assert.Equal(works, day.IsWorkingDay);
        Assert.Equal(works, Shipped.IsWorkingDay(day.Date));
        Assert.Contains(day.Name, name.Split('、'));
        Assert.True(day.IsOfficial);
        Assert.Null(day.Note);
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // Friday → worked Saturday
    [InlineData("2026-02-13", 2, "2026-02-24")] // over the Spring Festival
    [InlineData("2026-02-24", -1, "2026-02-14")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-10-08", 3, "2026-10-12")] // Saturday 10 October is worked, Sunday is not
    [InlineData("2026-03-02", 0, "2026-03-02")]
    [InlineData("2026-03-01", 0, "2026-03-02")]
    public void Should_count_working_days_in_either_direction(string from, int count, string expected)
    {
        var answer = Shipped.AddWorkingDays(DateOnly.Parse(from), count);
        Assert.Equal(DateOnly.Parse(expected), answer.Date);
        Assert.True(answer.IsOfficial);
    }

    [Fact]
    public void Should_say_not_published_for_every_answer_that_touches_a_year_without_a_table()
    {
        var day = Shipped.Describe(new DateOnly(2027, 2, 8));
        Assert.False(day.IsOfficial);
        Assert.Equal("2027年放假安排未公布，暂按周末休息计算", day.Note);

        var added = Shipped.AddWorkingDays(new DateOnly(2026, 12, 30), 5);
        Assert.False(added.IsOfficial);
        Assert.Contains("未公布", added.Note, StringComparison.Ordinal);
        Assert.False(Shipped.NextWorkingDay(new DateOnly(2026, 12, 31)).IsOfficial);
        Assert.False(Shipped.WorkingDaysBetween(new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 5)).IsOfficial);
        Assert.False(Shipped.AddCalendarMonth(new DateOnly(2026, 12, 15)).IsOfficial);
        Assert.True(Shipped.WorkingDaysBetween(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)).IsOfficial);
    }

    [Fact]
    public void Should_take_what_the_office_enters_over_what_is_shipped()
    {
        CalendarYear entered = new()
        {
            Year = 2027,
            IsOfficial = true,
            Source = "国办发明电〔2026〕9号，考核办经办人录入",
            DaysOff = [new(new DateOnly(2026, 12, 31), "元旦"), new(new DateOnly(2027, 1, 1), "元旦")],
            DaysWorked = [new(new DateOnly(2027, 1, 3), "元旦")],
        };
        Assert.Empty(entered.Check());

        var calendar = Shipped.With(entered);
        Assert.True(calendar.IsOfficial(2027));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 12, 31)));
        Assert.Equal(new DateOnly(2027, 1, 3), calendar.AddWorkingDays(new DateOnly(2026, 12, 30), 1).Date);

        var corrected = calendar.With(entered with { IsOfficial = false, DaysOff = [], DaysWorked = [] });
        Assert.True(corrected.IsWorkingDay(new DateOnly(2026, 12, 31)));
        Assert.False(corrected.IsOfficial(2027));
        Assert.False(Shipped.IsOfficial(2027));
    }

    [Fact]
    public void Should_name_every_fault_of_an_entered_year_at_once()
    {
        CalendarYear entered = new()
        {
            Year = 2027,
            IsOfficial = true,
            DaysOff = [new(new DateOnly(2027, 1, 1), "元旦"), new(new DateOnly(2027, 1, 1), "元旦"), new(new DateOnly(2028, 5, 1), "劳动节"), new(new DateOnly(2027, 5, 1), " ")],
            DaysWorked = [new(new DateOnly(2027, 1, 1), "元旦")],
        };
        Assert.Equal(
            [
                ("SourceMissing", "source"),
                ("DayOutsideYear", "daysOff[2]"),
                ("NameMissing", "daysOff[3]"),
                ("WorkedDayNotWeekend", "daysWorked[0]"),
                ("DayBothOffAndWorked", "daysWorked[0]"),
                ("DayListedTwice", "daysOff"),
            ],
            entered.Check().Select(problem => (problem.Code, problem.Path)));
    }

    [Theory]
    [InlineData("2026-02-27", "2026-03-03", 3)] // worked Saturday 28 February counts
    [InlineData("2026-03-02", "2026-03-02", 0)]
    [InlineData("2026-03-03", "2026-02-27", -3)]
    [InlineData("2026-02-14", "2026-02-24", 1)]
    public void Should_count_working_days_left(string from, string to, int expected) =>
        Assert.Equal(expected, Shipped.WorkingDaysBetween(DateOnly.Parse(from), DateOnly.Parse(to)).Days);

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")] // shorter month; that Saturday is worked
    [InlineData("2026-01-15", 1, "2026-02-24")] // 15 February lies in the Spring Festival
    [InlineData("2026-03-31", 1, "2026-04-30")]
    public void Should_move_a_calendar_month_to_the_next_working_day(string from, int months, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Shipped.AddCalendarMonth(DateOnly.Parse(from), months).Date);

    [Fact]
    public void Should_move_a_statutory_period_that_ends_on_a_day_off_to_the_next_working_day() =>
        Assert.Equal(new DateOnly(2026, 10, 8), Shipped.AddCalendarDays(new DateOnly(2026, 9, 2), 30).Date);

    [Fact]
    public void Should_refuse_a_slip_of_the_keyboard_in_days() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.AddWorkingDays(new DateOnly(2026, 1, 1), 5001));

    [Theory]
    [InlineData("2026-03-02 16:20", "2026-03-02 16:20")]
    [InlineData("2026-03-02 08:00", "2026-03-02 08:00")]
    [InlineData("2026-03-02 07:59", "2026-03-02 09:00")]
    [InlineData("2026-03-02 20:00", "2026-03-03 09:00")]
    [InlineData("2026-02-13 23:30", "2026-02-14 09:00")] // next is a worked Saturday
    [InlineData("2026-02-15 10:00", "2026-02-24 09:00")] // Spring Festival
    [InlineData("2026-03-06 21:00", "2026-03-09 09:00")] // Friday night → Monday
    public void Should_send_nothing_at_night_or_on_days_off(string at, string expected)
    {
        static DateTimeOffset Office(string text) => new(DateTime.Parse(text), TimeSpan.FromHours(8));
        Assert.Equal(Office(expected), QuietHours.Default.Next(Office(at).ToUniversalTime(), Shipped));
    }

    [Theory]
    [InlineData("2026-03-04", DueState.Soon, "还剩 2 个工作日")]
    [InlineData("2026-03-09", DueState.Later, "还剩 5 个工作日")]
    [InlineData("2026-03-02", DueState.Today, "今天到期")]
    [InlineData("2026-02-26", DueState.Overdue, "已逾期 3 个工作日")]
    [InlineData("2026-03-01", DueState.Overdue, "已逾期 1 个工作日")]
    public void Should_say_how_much_time_is_left(string due, DueState state, string text)
    {
        var left = RemainingTime.Of(GivenOffice.Now, OfficeTime.EndOf(DateOnly.Parse(due)), Shipped);
        Assert.Equal((state, text, true), (left.State, left.Text, left.IsOfficial));
    }

    [Fact]
    public void Should_say_when_there_is_no_deadline() => Assert.Equal("不限时", RemainingTime.Of(GivenOffice.Now, null, Shipped).Text);

    [Fact]
    public void Should_read_the_clock_in_Shanghai()
    {
        DateTimeOffset utc = new(2026, 3, 1, 16, 30, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 3, 2), OfficeTime.DateOf(utc));
        Assert.Equal("3月2日 00:30", OfficeTime.Moment(utc));
        Assert.Equal("2026年3月2日 00:30", OfficeTime.Moment(utc, thisYear: 2027));
    }
}
