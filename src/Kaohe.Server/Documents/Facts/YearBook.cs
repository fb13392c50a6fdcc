using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Documents.Facts;

/// <summary>What all documents of a year share and what changes seldom.</summary>
/// <param name="Cycle">The year; null when it is not on record.</param>
/// <param name="Scheme">The scheme in force; null without.</param>
/// <param name="Units">The units in their official order.</param>
/// <param name="Officials">People by id.</param>
/// <param name="Teams">The year's teams.</param>
internal sealed record YearBook(
    Cycle? Cycle, Scheme? Scheme, IReadOnlyList<Unit> Units, IReadOnlyDictionary<string, Official> Officials, IReadOnlyList<AssessmentTeam> Teams)
{
    public static async Task<YearBook> ReadAsync(KaoheDb db, int year, CancellationToken cancellationToken) => new(
        await db.CycleAsync(year, cancellationToken),
        await db.SchemeAsync(year, cancellationToken),
        await db.UnitsAsync(cancellationToken),
        (await db.OfficialsAsync(cancellationToken)).ToDictionary(official => official.Id),
        await db.TeamsAsync(year, cancellationToken));
}
