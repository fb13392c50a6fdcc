using System.Globalization;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>数据认定: what the data department corrects goes into the reading's history with its reason; what it certifies counts from now on.</summary>
/// <param name="readings">The readings.</param>
internal sealed class CertificationEffect(ReadingService readings) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds => [TaskKinds.ReadingCertification];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Form is not CertificationForm form || completion.Task is not { UnitId: { } certifier, CycleYear: { } year })
        {
            return [];
        }

        var certified = form.Items.Where(row => row.IsCertified).ToList();
        await CorrectAsync(completion, year, certified, cancellationToken);
        var period = year.ToString(CultureInfo.InvariantCulture);
        var pending = await completion.Db.Readings.Where(row => row.CycleYear == year && row.Period == period && row.State == ReadingState.Reported)
            .Select(row => new { row.UnitId, row.IndicatorCode }).ToListAsync(cancellationToken);
        var keys = pending.Select(row => (row.UnitId, row.IndicatorCode)).ToHashSet();
        ReadingKey[] wanted = [.. certified.Where(row => keys.Contains((row.UnitId, row.IndicatorCode))).Select(row => new ReadingKey(row.UnitId, row.IndicatorCode))];
        if (wanted.Length > 0)
        {
            await readings.CertifyAsync(completion.Db, completion.Actor, year, certifier, wanted, cancellationToken);
        }

        return [];
    }

    private static async Task CorrectAsync(TaskCompletion completion, int year, List<CertificationRow> certified, CancellationToken cancellationToken)
    {
        var period = year.ToString(CultureInfo.InvariantCulture);
        var units = certified.Select(row => row.UnitId).Distinct(StringComparer.Ordinal).ToList();
        var rows = (await completion.Db.Readings.Where(row => row.CycleYear == year && row.Period == period && units.Contains(row.UnitId)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.UnitId, row.IndicatorCode));
        foreach (var wanted in certified)
        {
            if (rows.GetValueOrDefault((wanted.UnitId, wanted.IndicatorCode)) is { } row && wanted.Value is { } value && row.Value.Value != value)
            {
                row.Write(row.Value.Correct(value, wanted.Reason, completion.Actor.Id, completion.At));
            }
        }

        await completion.Db.SaveChangesAsync(cancellationToken);
    }
}
