using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts;

/// <summary>The forms that people submitted in a year, as far as they stand: of each kind and unit the newest that was not sent back.</summary>
/// <param name="db">The records.</param>
/// <param name="year">The assessed year.</param>
internal sealed class SubmittedWork(KaoheDb db, int year)
{
    /// <summary>The newest work of a kind.</summary>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unitId">The unit; null for work that is about no unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="step">Only of this step; null for any.</param>
    /// <returns>Null when nobody has done it.</returns>
    public async Task<HumanTask?> TaskAsync(string kind, string? unitId, CancellationToken cancellationToken, string? step = null)
    {
        var rows = await db.Tasks.AsNoTracking()
            .Where(row => row.CycleYear == year && row.Kind == kind && row.UnitId == unitId && row.State == TaskState.Completed && (step == null || row.StepCode == step))
            .ToListAsync(cancellationToken);
        return rows.OrderByDescending(row => row.EndedAt).Select(TaskStore.Read).FirstOrDefault(Stands);
    }

    /// <summary>The newest form of a kind.</summary>
    public async Task<T?> FormAsync<T>(string kind, string? unitId, CancellationToken cancellationToken, string? step = null)
        where T : TaskForm => await TaskAsync(kind, unitId, cancellationToken, step) is { } task ? TaskForms.Read(kind, task.Data) as T : null;

    /// <summary>The newest form of a kind of every unit, by unit id; with a moment only what was done since.</summary>
    public async Task<IReadOnlyDictionary<string, T>> FormsAsync<T>(string kind, CancellationToken cancellationToken, DateTimeOffset? since = null)
        where T : TaskForm
    {
        var rows = await db.Tasks.AsNoTracking()
            .Where(row => row.CycleYear == year && row.Kind == kind && row.UnitId != null && row.State == TaskState.Completed && (since == null || row.EndedAt >= since)).ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.EndedAt).Select(TaskStore.Read).Where(Stands)
            .Select(task => (task.UnitId, Form: TaskForms.Read(kind, task.Data) as T)).Where(one => one.Form is not null)
            .GroupBy(one => one.UnitId!).ToDictionary(same => same.Key, same => same.Last().Form!, StringComparer.Ordinal);
    }

    private static bool Stands(HumanTask task) => task.Outcomes.FirstOrDefault(outcome => outcome.Code == task.OutcomeCode)?.Meaning != OutcomeMeaning.Refuses;
}
