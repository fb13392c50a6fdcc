using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Announcements;
using Kaohe.Assessment.Meetings;
using Xunit;

namespace Kaohe.Assessment.Tests.Records;

public sealed class StepRecordsTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    private static List<Type> Broken(Action act) =>
        [.. Assert.Throws<RulesBrokenException>(act).BrokenRules.Select(rule => rule.GetType())];

    [Fact]
    public void Should_announce_in_time_and_completely()
    {
        var announcement = new Announcement
        {
            Id = "n", UnitId = "a", TeamId = "t1", ArrivesOn = new DateOnly(2027, 3, 5),
            Period = "2026年度", Basis = "试行办法", Content = "目标任务", Team = "第一考核组", Liaison = "曲文静", Phone = "0350-0000000",
        };
        var rules = announcement.RulesBeforeSigning(Today.AddDays(-1), Today);
        Assert.Equal([typeof(AnnouncementIsCompleteRule), typeof(AnnouncedInTimeRule)], rules.Where(rule => rule.IsBroken()).Select(rule => rule.GetType()));
        Assert.Equal("mailbox", Assert.Single(rules[0].Problems()).Path);
        Assert.All((announcement with { Mailbox = "x@xinzhou.example" }).RulesBeforeSigning(Today, Today), rule => Assert.False(rule.IsBroken()));
    }

    [Fact]
    public void Should_confirm_a_posting_once()
    {
        var announcement = new Announcement { Id = "n", UnitId = "a", TeamId = "t1", ArrivesOn = Today };
        Assert.Equal([typeof(TextRequiredRule)], Broken(() => announcement.Post(new Posting("", "单位", Given.Noon))));
        var posted = announcement.Post(new Posting("一楼大厅", "单位", Given.Noon));
        Assert.Equal([typeof(PostedOnceRule)], Broken(() => posted.Post(new Posting("二楼", "单位", Given.Noon))));
    }

    [Fact]
    public void Should_close_a_meeting_only_with_a_quorum_and_minutes()
    {
        var meeting = new AssessmentMeeting { Id = "m", UnitId = "a", Title = "考核大会", At = Given.Noon, Place = "礼堂", Expected = 3, Quorum = 2 };
        var one = meeting.SignIn(new SignIn("p1", Given.Noon)).SignIn(new SignIn("p1", Given.Noon));
        Assert.Equal([typeof(QuorumReachedRule), typeof(TextRequiredRule)], Broken(() => one.Close("")));
        var closed = one.SignIn(new SignIn("p2", Given.Noon)).Close("会议听取了述职报告");
        Assert.Equal([typeof(MeetingIsOpenRule)], Broken(() => closed.SignIn(new SignIn("p3", Given.Noon))));
    }

    [Fact]
    public void Should_hold_an_admonition_where_and_when_it_was_arranged_with_a_day_to_improve_by()
    {
        var opened = new Admonition { Id = "j", UnitId = "a", OfficialId = "head", Year = 2026, Reasons = ["得分在本组排在最后一名"] };
        Assert.Equal(
            [typeof(AnotherPersonRule), typeof(TextRequiredRule), typeof(TalkIsAheadRule)],
            Broken(() => opened.Arrange(Given.Noon.AddDays(-1), " ", "head", "考核办", Given.Noon)));
        Assert.Equal(
            [typeof(FitsStateRule<AdmonitionState>), typeof(TextRequiredRule), typeof(ImprovementIsAheadRule)],
            Broken(() => opened.Hold("", Today, "组长", Given.Noon)));
        var held = opened.Arrange(Given.Noon, "谈话室", "组长", "考核办", Given.Noon).Hold("已谈话", Today.AddDays(60), "组长", Given.Noon);
        Assert.Equal((AdmonitionState.Held, "谈话室"), (held.State, held.Place));
        var again = held.Arrange(Given.Noon.AddDays(3), "谈话室", "组长", "考核办", Given.Noon).Hold("再次谈话", Today.AddDays(90), "组长", Given.Noon);
        Assert.Equal("已谈话\n再次谈话", again.Record);
        Assert.Equal(["安排诫勉谈话", "完成诫勉谈话", "重新安排诫勉谈话", "再次诫勉谈话"], again.Log.Select(entry => entry.Act));
    }

    [Fact]
    public void Should_take_the_day_in_china_whatever_the_clock_says() =>
        Assert.Equal(new DateOnly(2027, 3, 2), ChinaTime.DateOf(new DateTimeOffset(2027, 3, 1, 17, 0, 0, TimeSpan.Zero)));
}
