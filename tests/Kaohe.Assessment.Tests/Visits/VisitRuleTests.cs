using Kaohe.Assessment.Visits;
using Xunit;

namespace Kaohe.Assessment.Tests.Visits;

/// <summary>What binds a unit's 考核大会 and talks to the visit of its 考核组.</summary>
public sealed class VisitRuleTests
{
    private static readonly DateOnly Arrives = new(2026, 12, 15);
    private static readonly DateOnly Leaves = new(2026, 12, 17);

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Should_hold_meetings_from_the_day_of_arrival_to_the_day_of_leaving(int day, bool isBroken)
    {
        var rule = new HeldDuringVisitRule("考核大会", new DateOnly(2026, 12, day), Arrives, Leaves);

        Assert.Equal(isBroken, rule.IsBroken());
        Assert.All(rule.Problems(), problem => Assert.Contains("（2026-12-15至2026-12-17）", problem.Message, StringComparison.Ordinal));
        Assert.NotEmpty(rule.Citation);
    }

    [Fact]
    public void Should_not_send_a_team_to_two_meetings_at_once()
    {
        MeetingSlot first = new("xinfu", "忻府区", "第一考核组", Arrives, new(9, 0));
        var rule = new OneMeetingAnHourRule(
        [
            first,
            first with { UnitId = "wutai", Unit = "五台县", At = new(9, 30) },
            first with { UnitId = "daixian", Unit = "代县", At = new(10, 0) },
            first with { UnitId = "fanshi", Unit = "繁峙县", On = Leaves },
            first with { UnitId = "qiaolian", Unit = "市侨联", Team = "第二考核组" },
        ]);

        var problem = Assert.Single(rule.Problems());
        Assert.Equal("visits[wutai].meetingAt", problem.Path);
        Assert.Equal("五台县与忻府区的考核大会都在2026-12-15的9时，第一考核组不能同时到会，请错开时间。", problem.Message);
    }
}
