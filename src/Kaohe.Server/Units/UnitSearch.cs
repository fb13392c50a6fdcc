using System.Security.Claims;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Shell.Search;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Units;

/// <summary>Units and people in the search box.</summary>
/// <param name="desk">Reads.</param>
public sealed class UnitSearch(AssessmentDesk desk) : ISearchSource
{
    /// <inheritdoc />
    public string Title => "单位与人员";

    /// <inheritdoc />
    public int Order => 10;

    /// <inheritdoc />
    public Task<IReadOnlyList<SearchHit>> SearchAsync(ClaimsPrincipal user, string text, int limit, CancellationToken cancellationToken) => desk.ReadAsync(
        async (db, actor, cancel) =>
        {
            var viewer = await db.ViewerAsync(actor, (await db.NewestCycleAsync(cancel))?.Year ?? 0, cancel);
            var units = (await db.UnitsAsync(cancel)).Where(unit => viewer.May(AssessmentAct.SeeUnit, unit.Id)).ToDictionary(unit => unit.Id);
            var found = units.Values.Where(unit => unit.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || unit.ShortName.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(unit => new SearchHit(unit.ShortName, unit.Name, $"/units/{unit.Id}"));
            var people = (await db.OfficialsAsync(cancel)).Where(official => units.ContainsKey(official.UnitId) && official.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(official => new SearchHit(official.Name, $"{units[official.UnitId].ShortName} {official.Post}", $"/units/{official.UnitId}"));
            return (IReadOnlyList<SearchHit>)[.. found.Concat(people).Take(limit)];
        },
        cancellationToken);
}
