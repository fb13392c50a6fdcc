using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Tallies;

/// <summary>What was counted for one unit in one rated component. A tally holds numbers only; it never leads to a voter.</summary>
public sealed record BallotTally
{
    /// <summary>民主测评, 民意调查, 社会评价 or 领导评价.</summary>
    public required CompositeComponent Component { get; init; }

    /// <summary>The rated unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The count of each kind of rater.</summary>
    public required IReadOnlyList<KindTally> Kinds { get; init; }

    /// <summary>The count of a kind, or nothing.</summary>
    public KindTally? Kind(string code) => Kinds.FirstOrDefault(kind => kind.KindCode == code);
}

/// <summary>The count of one kind of rater.</summary>
public sealed record KindTally
{
    /// <summary>The kind's code in the scheme.</summary>
    public required string KindCode { get; init; }

    /// <summary>Ballots handed out.</summary>
    public required int Issued { get; init; }

    /// <summary>Ballots that came back.</summary>
    public required int Returned { get; init; }

    /// <summary>Valid ballots.</summary>
    public required int Valid { get; init; }

    /// <summary>Invalid ballots: spoiled, empty, or 不了解.</summary>
    public required int Invalid { get; init; }

    /// <summary>Ticks by option code; 不了解 may be listed and is part of <see cref="Invalid"/>.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Ticks of an option.</summary>
    public int Count(string optionCode) => Counts.TryGetValue(optionCode, out var count) ? count : 0;
}
