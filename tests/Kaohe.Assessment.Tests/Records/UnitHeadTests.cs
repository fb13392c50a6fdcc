using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;
using Xunit;

namespace Kaohe.Assessment.Tests.Records;

/// <summary>Who heads a unit, and which ids new records may have.</summary>
public sealed class UnitHeadTests
{
    private static readonly Official[] _officials = [Person("b-head", PostRank.Head), Person("a-head", PostRank.Head), Person("clerk", PostRank.Staff)];

    [Theory]
    [InlineData("clerk", "clerk")]
    [InlineData(null, "a-head")]
    [InlineData("gone", "a-head")]
    public void Should_fall_back_to_the_first_head_where_the_named_one_is_missing(string? named, string head) =>
        Assert.Equal(head, UnitHead.Of(Given.County("a") with { LeaderOfficialId = named }, _officials)?.Id);

    [Fact]
    public void Should_name_nobody_where_nobody_is_registered() => Assert.Null(UnitHead.Of(Given.County("z"), _officials));

    [Theory]
    [InlineData("xin-fu2", true)]
    [InlineData("新区,1", false)]
    [InlineData("新区", false)]
    [InlineData("a b", false)]
    [InlineData("a、b", false)]
    [InlineData("", false)]
    public void Should_accept_ids_that_a_list_of_units_can_hold(string id, bool isSound) => Assert.Equal(isSound, RecordIds.IsSound(id));

    [Fact]
    public void Should_leave_ids_on_record_alone() =>
        Assert.Empty(UnitGuard.Check([Given.County("老区_1")], Given.Scheme, new HashSet<string> { "老区_1" }));

    private static Official Person(string id, PostRank rank) => new() { Id = id, Name = id, UnitId = "a", Post = "职务", Rank = rank };
}
