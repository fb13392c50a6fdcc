namespace Kaohe.Assessment.Schemes;

/// <summary>
/// How one kind of rating is counted. 民主测评, 民意调查, 社会评价 and 领导评价 all use it: several kinds of rater with a weight
/// and a floor each, and one scale of options.
/// </summary>
public sealed record BallotScheme
{
    /// <summary>Kinds of rater; their weights together make 100.</summary>
    public required IReadOnlyList<BallotKind> Kinds { get; init; }

    /// <summary>What a rater may tick.</summary>
    public IReadOnlyList<BallotOption> Options { get; init; } = BallotOption.Default;
}

/// <summary>A kind of rater, for example A 市级领导.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Weight">Percent.</param>
/// <param name="Floor">Fewest valid ballots; below it no figure of this kind is shown to anybody and its weight passes to the others.</param>
public sealed record BallotKind(string Code, string Name, decimal Weight, int Floor);

/// <summary>An option on a ballot.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Value">Points from 0 to 100; empty for 不了解, which does not count as a valid ballot.</param>
public sealed record BallotOption(string Code, string Label, decimal? Value)
{
    /// <summary>好 100, 较好 80, 一般 60, 差 40, 不了解 not valid.</summary>
    public static IReadOnlyList<BallotOption> Default { get; } =
    [
        new("good", "好", 100m),
        new("fairlyGood", "较好", 80m),
        new("average", "一般", 60m),
        new("poor", "差", 40m),
        new("unknown", "不了解", null),
    ];
}
