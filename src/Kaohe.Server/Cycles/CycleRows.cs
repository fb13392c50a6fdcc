using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles;

/// <summary>Rows that must be there.</summary>
internal static class CycleRows
{
    /// <summary>A year, to be changed.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<CycleRow> RequireCycleAsync(this KaoheDb db, int year, CancellationToken cancellationToken) =>
        await db.Cycles.FirstOrDefaultAsync(c => c.Year == year, cancellationToken) ?? throw RefusedException.NotFound($" {year} 年度");

    /// <summary>A year's scheme in force.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<Kaohe.Assessment.Schemes.Scheme> RequireSchemeAsync(this KaoheDb db, int year, CancellationToken cancellationToken) =>
        await db.SchemeAsync(year, cancellationToken) ?? throw RefusedException.NotFound($" {year} 年度的考核方案");

    /// <summary>An assessed unit.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<Kaohe.Assessment.Units.Unit> RequireUnitAsync(this KaoheDb db, string unitId, CancellationToken cancellationToken) =>
        (await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId && u.IsActive, cancellationToken))?.Value ?? throw RefusedException.NotFound("这个单位");
}
