using Kaohe.Office.Calendar;

namespace Kaohe.Office.Tests.Calendar;

public sealed class DeadlineTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("10个工作日", DeadlineKind.WorkingDays, 10)]
    [InlineData(" 10 个 工作日 内", DeadlineKind.WorkingDays, 10)]
    [InlineData("１０工作日", DeadlineKind.WorkingDays, 10)]
    [InlineData("十个工作日", DeadlineKind.WorkingDays, 10)]
    [InlineData("二十五个工作日", DeadlineKind.WorkingDays, 25)]
    [InlineData("5天", DeadlineKind.Days, 5)]
    [InlineData("30个自然日", DeadlineKind.Days, 30)]
    [InlineData("两周", DeadlineKind.Days, 14)]
    [InlineData("1个月", DeadlineKind.Months, 1)]
    [InlineData("提前3个工作日", DeadlineKind.WorkingDays, -3)]
    public void Should_read_what_designers_type(string text, DeadlineKind kind, int amount)
    {
        var reading = DeadlineSpec.Parse(text);
        Assert.Null(reading.Problem);
        Assert.Equal(new DeadlineSpec(kind, amount), reading.Spec);
    }

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2026/3/31")]
    [InlineData("2026年3月31日前")]
    public void Should_read_dates(string text) => Assert.Equal(DeadlineSpec.On(new DateOnly(2026, 3, 31)), DeadlineSpec.Parse(text).Spec);

    [Theory]
    [InlineData(null, "DeadlineMissing", "没有写期限")]
    [InlineData("  ", "DeadlineMissing", "没有写期限")]
    [InlineData("尽快", "DeadlineUnreadable", "看不懂期限“尽快”")]
    [InlineData("3月", "DeadlineUnreadable", "看不懂期限“3月”")]
    [InlineData("3月31日", "DeadlineWithoutYear", "没有写年份")]
    [InlineData("2026-02-30", "DeadlineNoSuchDate", "不存在")]
    [InlineData("0天", "DeadlineOutOfRange", "应在1到750之间")]
    [InlineData("9999个工作日", "DeadlineOutOfRange", "应在1到750之间")]
    [InlineData("48小时", "DeadlineTooFine", "以小时或分钟计")]
    public void Should_say_in_Chinese_what_is_wrong_with_a_deadline(string? text, string code, string part)
    {
        var reading = DeadlineSpec.Parse(text, "inputs.deadline");
        Assert.Null(reading.Spec);
        Assert.Equal((code, "inputs.deadline"), (reading.Problem!.Code, reading.Problem.Path));
        Assert.Contains(part, reading.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5个工作日", "2026-03-09")]
    [InlineData("5天", "2026-03-09")] // 7 March is a Saturday
    [InlineData("3天", "2026-03-05")]
    [InlineData("1个月", "2026-04-02")]
    [InlineData("提前3个工作日", "2026-02-26")]
    [InlineData("2026-03-31", "2026-03-31")]
    public void Should_resolve_from_the_start(string text, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), DeadlineSpec.Parse(text).Spec!.Resolve(Monday, GivenOffice.Calendar).Date);

    [Theory]
    [InlineData("10个工作日")]
    [InlineData("提前3个工作日")]
    [InlineData("5天")]
    [InlineData("1个月")]
    [InlineData("2026-03-31")]
    public void Should_write_itself_as_it_is_typed(string text) => Assert.Equal(text, DeadlineSpec.Parse(text).Spec!.ToString());

    [Fact]
    public void Should_refuse_a_date_on_a_holiday_and_name_the_next_working_day()
    {
        var problem = Assert.Single(DeadlineSpec.On(new DateOnly(2026, 10, 3)).Check(Monday, GivenOffice.Calendar, "deadline"));
        Assert.Equal(nameof(DeadlineMustBeWorkingDay), problem.Code);
        Assert.Equal("2026-10-03不上班（国庆节），请改为2026-10-08或其他工作日。", problem.Message);
    }

    [Fact]
    public void Should_refuse_a_date_that_is_past() =>
        Assert.Equal(nameof(DeadlineMustNotBePast), Assert.Single(DeadlineSpec.On(new DateOnly(2026, 2, 27)).Check(Monday, GivenOffice.Calendar)).Code);
}
