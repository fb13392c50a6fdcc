using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>
/// 数据认定: what the data department corrects goes into the reading's history with its reason; what it certifies counts from now on, what it does not
/// certify counts no more, whatever was certified before.
/// </summary>
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

        Kaohe.Assessment.Rule.CheckAll(await completion.Db.BasisRulesAsync(year, cancellationToken));
        var rows = await RowsAsync(completion, year, form, cancellationToken);
        Correct(completion, form, rows);
        await completion.Db.SaveChangesAsync(cancellationToken);

        // Only what changes is judged, so that a certification keeps its day.
        ReadingKey[] certified = [.. form.Items.Where(row => row.IsCertified && rows.GetValueOrDefault(KeyOf(row)) is { State: ReadingState.Reported }).Select(KeyOf)];
        if (certified.Length > 0)
        {
            await readings.CertifyAsync(completion.Db, completion.Actor, year, certifier, certified, cancellationToken);
        }

        var refused = form.Items.Where(row => !row.IsCertified && rows.GetValueOrDefault(KeyOf(row)) is { } known && known.Value.Refusal?.Reason != row.Reason)
            .ToDictionary(KeyOf, row => row.Reason);
        if (refused.Count > 0)
        {
            await readings.RefuseAsync(completion.Db, completion.Actor, year, certifier, refused, cancellationToken);
        }

        return [];
    }

    private static async Task<Dictionary<ReadingKey, ReadingRow>> RowsAsync(TaskCompletion completion, int year, CertificationForm form, CancellationToken cancellationToken)
    {
        var period = ReadingService.WholeYear(year);
        var units = form.Items.Select(row => row.UnitId).Distinct(StringComparer.Ordinal).ToList();
        var codes = form.Items.Select(row => row.IndicatorCode).Distinct(StringComparer.Ordinal).ToList();
        var rows = await completion.Db.Readings.Where(row => row.CycleYear == year && row.Period == period && units.Contains(row.UnitId) && codes.Contains(row.IndicatorCode))
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => new ReadingKey(row.UnitId, row.IndicatorCode));
    }

    private static void Correct(TaskCompletion completion, CertificationForm form, Dictionary<ReadingKey, ReadingRow> rows)
    {
        foreach (var wanted in form.Items.Where(row => row.IsCertified))
        {
            if (rows.GetValueOrDefault(KeyOf(wanted)) is { } row && wanted.Value is { } value && row.Value.Value != value)
            {
                row.Write(row.Value.Correct(value, wanted.Reason, completion.Actor.Id, completion.At));
            }
        }
    }

    private static ReadingKey KeyOf(CertificationRow row) => new(row.UnitId, row.IndicatorCode);
}
