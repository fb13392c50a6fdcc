using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Rectifications;
using Kaohe.Assessment.Responsibility;
using Kaohe.Assessment.Schemes;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>What is known about the subject of a task; only what the form needs is there.</summary>
public sealed record FormFacts
{
    /// <summary>Nothing.</summary>
    public static FormFacts Empty { get; } = new();

    /// <summary>The year's units and teams.</summary>
    public AudienceBook Book { get; init; } = AudienceBook.Empty;

    /// <summary>Indicators of the task's unit.</summary>
    public IReadOnlyList<FormIndicator> Indicators { get; init; } = [];

    /// <summary>Figures to certify.</summary>
    public IReadOnlyList<FormReading> Readings { get; init; } = [];

    /// <summary>How the rated component is counted; null when the scheme does not rate it.</summary>
    public BallotScheme? Ballots { get; init; }

    /// <summary>等次建议 by group and rank.</summary>
    public IReadOnlyList<FormProposal> Proposals { get; init; } = [];

    /// <summary>Indicators that need a target, with what is in force and what was proposed.</summary>
    public IReadOnlyList<TargetLine> Targets { get; init; } = [];

    /// <summary>Talks that the team has planned with the unit.</summary>
    public IReadOnlyList<TalkRow> Talks { get; init; } = [];

    /// <summary>People who may be chosen.</summary>
    public IReadOnlyList<FormPerson> People { get; init; } = [];

    /// <summary>The last day on which a team's arrival on a day can still be announced; null where no scheme says how long before.</summary>
    public Func<DateOnly, DateOnly>? AnnounceBy { get; init; }

    /// <summary>When the task's unit is visited, with both days; null when no visit is on record.</summary>
    public VisitRow? Visit { get; init; }

    /// <summary>诫勉谈话 of the task's unit; null when there is none.</summary>
    public Admonition? Admonition { get; init; }

    /// <summary>整改 of the task's unit; null when there is none.</summary>
    public Rectification? Rectification { get; init; }

    /// <summary>What the unit's 整改通知书 lists.</summary>
    public IReadOnlyList<string> NoticeProblems { get; init; } = [];
}

/// <summary>An indicator of a unit.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Name.</param>
/// <param name="Parent">一级指标 that it belongs to.</param>
/// <param name="Measure">Unit of measure.</param>
/// <param name="Target">确保 target; null when none is set.</param>
/// <param name="Value">Figure on record; null when there is none.</param>
/// <param name="LastYear">Figure of the year before; null when there is none.</param>
/// <param name="IsCertified">Whether that figure is certified.</param>
/// <param name="Evidence">What shows that figure.</param>
public sealed record FormIndicator(
    string Code, string Name, string Parent, string Measure, decimal? Target, decimal? Value, decimal? LastYear, bool IsCertified, IReadOnlyList<string> Evidence);

/// <summary>A figure that waits for its data department.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Measure">Unit of measure.</param>
/// <param name="Value">The figure as reported.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="IsCertified">Whether it is certified already.</param>
public sealed record FormReading(string UnitId, string IndicatorCode, string Name, string Measure, decimal Value, IReadOnlyList<string> Evidence, bool IsCertified);

/// <summary>A unit's 等次建议.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Group">Name of its group.</param>
/// <param name="Rank">Rank in the group.</param>
/// <param name="Score">Score.</param>
/// <param name="Proposed">The proposed grade; null when the 领导组 has to decide.</param>
/// <param name="Why">Why.</param>
public sealed record FormProposal(string UnitId, string Group, int Rank, decimal? Score, Grade? Proposed, string Why);
