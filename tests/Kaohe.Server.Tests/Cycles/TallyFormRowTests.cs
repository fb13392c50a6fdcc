using Kaohe.Assessment.Schemes;
using Kaohe.Server.Cycles.Tallies;

namespace Kaohe.Server.Tests.Cycles;

/// <summary>The table in which the office enters a tally from the page of results.</summary>
public sealed class TallyFormRowTests
{
    [Fact]
    public void Should_tell_each_number_that_is_not_written_and_take_a_nought()
    {
        var row = new TallyFormRow(new BallotKind("A", "市级领导", 30m, 8), BallotOption.Default, entered: null);
        row.Set(0, "9");
        row.Set(8, "0");

        Assert.Equal(
            ["kinds[A].returned", "kinds[A].valid", "kinds[A].invalid", "kinds[A].counts[good]", "kinds[A].counts[fairlyGood]", "kinds[A].counts[average]", "kinds[A].counts[poor]"],
            row.IsFilled.Problems().Select(problem => problem.Path));

        foreach (var place in Enumerable.Range(0, row.Titles.Count))
        {
            row.Set(place, "0");
        }

        Assert.False(row.IsFilled.IsBroken());
        Assert.Equal((0, 0), (row.ToKind().Issued, row.ToKind().Count("good")));
    }
}
