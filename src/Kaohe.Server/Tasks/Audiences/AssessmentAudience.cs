using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Audiences;

/// <summary>Reads the records of the assessment.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="cache">Keeps the book: every page and effect asks for it.</param>
internal sealed class AssessmentAudience(IDbContextFactory<KaoheDb> databases, ReferenceCache cache) : IAudienceDirectory
{
    public async Task<AudienceBook> ForYearAsync(int year, CancellationToken cancellationToken = default) =>
        await cache.GetAsync(year, cancel => ReadAsync(year, cancel), cancellationToken);

    private async Task<AudienceBook> ReadAsync(int year, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cycle = await db.CycleAsync(year, cancellationToken);
        var scheme = await db.SchemeAsync(year, cancellationToken);
        var units = await db.UnitsAsync(cancellationToken);
        var teams = await db.TeamsAsync(year, cancellationToken);
        var trees = await db.TreesAsync(year, cancellationToken);
        return new AudienceBook
        {
            Units = [.. units.Select(unit => Of(unit, scheme))],
            FormerUnitIds = (await db.Units.AsNoTracking().Where(unit => !unit.IsActive).Select(unit => unit.Id).ToListAsync(cancellationToken)).ToHashSet(),
            Teams = [.. teams.Select(Of)],
            LeaderIds = cycle?.LeadingGroup is { } group ? [.. new[] { group.FirstLeaderId, group.LeaderId }.Concat(group.DeputyIds).Distinct(StringComparer.Ordinal)] : [],
            CertifierUnitIds = [.. trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.CertifierUnitId).Distinct(StringComparer.Ordinal)],
        };
    }

    private static AudienceUnit Of(Unit unit, Scheme? scheme) => new(
        unit.Id,
        unit.Name,
        unit.ShortName,
        unit.Kind == UnitKind.County,
        unit.Kind == UnitKind.County ? "县市区" : scheme?.DepartmentTypes.FirstOrDefault(type => type.Code == unit.DepartmentType)?.Name ?? "市直部门（单位）");

    private static AudienceTeam Of(AssessmentTeam team) => new(
        team.Id, team.Name, team.LeaderId, team.MemberIds, team.UnitIds.Distinct(StringComparer.Ordinal).ToDictionary(unit => unit, team.MembersFor));
}
