using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Schemes;

/// <summary>From a score to a grade.</summary>
public sealed record GradeScheme
{
    /// <summary>Lines from the top down; what is below the last line is 差.</summary>
    public required IReadOnlyList<GradeLine> Lines { get; init; }

    /// <summary>Largest share of 好 in a group, 0 to 1; the number of seats is rounded down.</summary>
    public required decimal GoodShare { get; init; }

    /// <summary>What decides between equal scores at the border of the quota, in this order; after that the 领导组 decides by hand.</summary>
    public required IReadOnlyList<CompositeComponent> TieBreaks { get; init; }

    /// <summary>How the grades are written.</summary>
    public IReadOnlyList<GradeLabel> Labels { get; init; } = GradeLabel.Default;

    /// <summary>
    /// True: lines and ranks compare the scores as shown (rounded), so that nobody sees two equal figures with different ranks.
    /// False (default): they compare the unrounded scores.
    /// </summary>
    public bool CompareShownScores { get; init; }

    /// <summary>Seats for 好 in a group of that many units.</summary>
    public int GoodSeats(int units) => (int)Math.Floor(GoodShare * units);
}

/// <summary>A score from which a grade is reached.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="From">Lowest score of the grade, included.</param>
public sealed record GradeLine(Grade Grade, decimal From);
