using FsCheck;
using FsCheck.Fluent;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Schemes;
using Xunit;

namespace Kaohe.Assessment.Tests.Grades;

public sealed class RankingTests
{
    [Fact]
    public void Should_share_ranks_and_mark_every_tied_last()
    {
        var ranking = Ranker.Rank(Given.Scheme, "counties",
            [Given.Score("a", 70m), Given.Score("b", 90m), Given.Score("c", 90m), Given.Score("d", 70m), Given.Score("e", 80m)]);
        Assert.Equal([("b", 1), ("c", 1), ("e", 3), ("a", 4), ("d", 4)], ranking.Entries.Select(entry => (entry.UnitId, entry.Rank)));
        Assert.Equal(["a", "d"], ranking.Entries.Where(entry => entry.IsLast).Select(entry => entry.UnitId));
        Assert.True(ranking.IsFinal);
    }

    [Fact]
    public void Should_stay_provisional_while_a_unit_has_no_total()
    {
        var ranking = Ranker.Rank(Given.Scheme, "counties", [Given.Score("a", 70m), Given.Score("b", null)]);
        Assert.False(ranking.IsFinal);
        Assert.Equal(["b"], ranking.Unranked);
    }

    [Fact]
    public void Should_rank_on_shown_scores_when_the_scheme_says_so()
    {
        var scores = new[] { Given.Score("a", 80.00041m), Given.Score("b", 80.00042m) };
        var shown = Given.Scheme with { Grades = Given.Scheme.Grades with { CompareShownScores = true } };
        Assert.Equal([1, 2], Ranker.Rank(Given.Scheme, "counties", scores).Entries.Select(entry => entry.Rank));
        Assert.Equal([1, 1], Ranker.Rank(shown, "counties", scores).Entries.Select(entry => entry.Rank));
    }

    [Fact]
    public void Should_rank_the_two_groups_apart()
    {
        var rankings = Ranker.RankAll(Given.Scheme, [Given.Score("a", 70m), Given.Score("b", 90m) with { GroupId = "departments" }]);
        Assert.Equal(["counties", "departments"], rankings.Select(ranking => ranking.GroupId));
        Assert.All(rankings, ranking => Assert.Equal(1, Assert.Single(ranking.Entries).Rank));
        Assert.All(rankings, ranking => Assert.False(ranking.Entries[0].IsLast));
    }

    [Fact]
    public void Should_place_each_unit_behind_exactly_those_that_scored_more() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), totals =>
    {
        var scores = totals.Select((total, place) => Given.Score($"u{place}", total % 10)).ToList();
        return Ranker.Rank(Given.Scheme, "counties", scores).Entries
            .All(entry => entry.Rank == 1 + scores.Count(score => score.Total > entry.Score));
    }).QuickCheckThrowOnFailure();
}
