using Kaohe.Activities.Effects;

namespace Kaohe.Server.Tasks.Audiences;

/// <summary>A year's units, teams and leaders.</summary>
public sealed record AudienceBook
{
    /// <summary>Nothing.</summary>
    public static AudienceBook Empty { get; } = new();

    /// <summary>The assessed units in their order.</summary>
    public IReadOnlyList<AudienceUnit> Units { get; init; } = [];

    /// <summary>The 考核组.</summary>
    public IReadOnlyList<AudienceTeam> Teams { get; init; } = [];

    /// <summary>Leaders of the 领导组, by person.</summary>
    public IReadOnlyList<string> LeaderIds { get; init; } = [];

    /// <summary>Data departments that certify figures, by unit.</summary>
    public IReadOnlyList<string> CertifierUnitIds { get; init; } = [];

    /// <summary>A unit; null when it is not assessed.</summary>
    public AudienceUnit? Unit(string? id) => Units.FirstOrDefault(unit => unit.Id == id);

    /// <summary>Ids of units that are assessed no more; what still runs for them goes on.</summary>
    public IReadOnlySet<string> FormerUnitIds { get; init; } = new HashSet<string>();

    /// <summary>Short name of a unit; its id when it is unknown.</summary>
    public string NameOf(string unitId) => Unit(unitId)?.ShortName ?? unitId;

    /// <summary>The team that assesses a unit; null when none does.</summary>
    public AudienceTeam? TeamOf(string unitId) => Teams.FirstOrDefault(team => team.MembersByUnit.ContainsKey(unitId));

    /// <summary>One key for each task of an audience.</summary>
    public IReadOnlyList<string> KeysOf(AudienceSpec audience) => audience.Kind switch
    {
        AudienceKind.All => [.. Units.Select(unit => unit.Id)],
        AudienceKind.Counties => [.. Units.Where(unit => unit.IsCounty).Select(unit => unit.Id)],
        AudienceKind.Departments => [.. Units.Where(unit => !unit.IsCounty).Select(unit => unit.Id)],
        AudienceKind.Units => [.. (audience.UnitIds ?? []).Distinct(StringComparer.Ordinal)],
        AudienceKind.Certifiers => CertifierUnitIds,
        AudienceKind.Team => [.. Teams.Select(team => team.Id)],
        AudienceKind.Leaders => LeaderIds,
        _ => [AudienceSpec.OnceKey],
    };
}
