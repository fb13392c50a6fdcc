using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.DemoCity;

/// <summary>The demo city: real names of units, invented people, and figures from a documented formula (data/demo-city/README.md).</summary>
public sealed record DemoCityData
{
    /// <summary>The approved scheme of the year.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>The five-year goals of the seed.</summary>
    public required IReadOnlyList<FiveYearGoal> Goals { get; init; }

    /// <summary>14 counties and 90 departments.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Leaders of the city, the office, the teams, and for each unit its head, a member of its leading body and its liaison.</summary>
    public required IReadOnlyList<Official> Officials { get; init; }

    /// <summary>领导组.</summary>
    public required LeadingGroup LeadingGroup { get; init; }

    /// <summary>考核办.</summary>
    public required AssessmentOffice Office { get; init; }

    /// <summary>Three 考核组.</summary>
    public required IReadOnlyList<AssessmentTeam> Teams { get; init; }

    /// <summary>One tree for counties and one for each type of department.</summary>
    public required IReadOnlyList<IndicatorTree> Trees { get; init; }

    /// <summary>The whole year as it ends: targets, certified readings, tallies, adjustments and vetoes.</summary>
    public required CycleFacts Facts { get; init; }

    /// <summary>Grades of the two years before.</summary>
    public required GradeHistory History { get; init; }

    /// <summary>What the guards say about it; empty for the shipped files.</summary>
    public IReadOnlyList<Problem> Check() =>
    [
        .. SchemeGuard.Check(Scheme),
        .. UnitGuard.Check(Units, Scheme, new HashSet<string>()),
        .. Trees.SelectMany(tree => IndicatorTreeGuard.Check(tree, Scheme)),
        .. TargetGuard.Check(Units, Trees, Facts.Targets, Facts.Exemptions),
        .. TeamGuard.Check(Teams, Officials, [.. Units.Select(unit => unit.Id)]),
    ];
}
