using Kaohe.Assessment.Scoring;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>
/// Scores as they stand before 考核汇总 stores them, for the teams' reports. Loading a year takes longer than one report may, so the facts are kept until
/// a record that scores rest on changes.
/// </summary>
internal sealed class YearScores : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (int Year, string Stamp, CompositeCalculator Calculator)? _kept;

    /// <summary>The score of a unit as it stands.</summary>
    public async Task<CompositeScore> OfAsync(KaoheDb db, int year, string unitId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var stamp = await StampAsync(db, year, cancellationToken);
            if (_kept is not { } kept || kept.Year != year || kept.Stamp != stamp)
            {
                _kept = kept = (year, stamp, new CompositeCalculator(await db.FactsAsync(year, cancellationToken)));
            }

            return kept.Calculator.Score(unitId);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static async Task<string> StampAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var readings = await db.Readings.Where(row => row.CycleYear == year).SumAsync(row => row.Version, cancellationToken);
        var targets = await db.Targets.Where(row => row.CycleYear == year).SumAsync(row => row.Version, cancellationToken);
        var tallies = await db.Tallies.Where(row => row.CycleYear == year).SumAsync(row => row.Version, cancellationToken);
        var entries = await db.Adjustments.CountAsync(row => row.CycleYear == year, cancellationToken) + await db.Vetoes.CountAsync(row => row.CycleYear == year, cancellationToken)
            + await db.FloorDecisions.CountAsync(row => row.CycleYear == year, cancellationToken) + await db.Exemptions.CountAsync(row => row.CycleYear == year, cancellationToken);
        var schemes = await db.Schemes.Where(row => row.CycleYear == year).SumAsync(row => row.Version, cancellationToken);
        return $"{readings}/{targets}/{tallies}/{entries}/{schemes}";
    }
}
