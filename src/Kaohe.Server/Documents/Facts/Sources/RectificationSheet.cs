using Kaohe.Assessment.Rectifications;
using Kaohe.Office;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>Who did what in the 整改 that a paper is about, in the words of whoever did it; nothing is said for anybody.</summary>
/// <param name="sheet">The paper.</param>
internal sealed class RectificationSheet(FactSheet sheet)
{
    /// <summary>The record; null when the unit has none.</summary>
    public async Task<Rectification?> RecordAsync(CancellationToken cancellationToken) => sheet.About is { } unit
        ? (await sheet.Db.Rectifications.AsNoTracking().FirstOrDefaultAsync(row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == unit.Id, cancellationToken))?.Value
        : null;

    /// <summary>States number of the notice and last day of the measures.</summary>
    public async Task KnowNoticeAsync(Rectification rectification, CancellationToken cancellationToken)
    {
        sheet.Know("整改通知文号", await sheet.Db.Documents.AsNoTracking()
            .Where(row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == rectification.UnitId && row.Kind == ReportDeadline.Template && row.Number != null)
            .OrderByDescending(row => row.IssuedAt).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken));
        sheet.Know("整改期限", rectification.Report is { Measures: { Count: > 0 } measures } ? measures.Max(measure => measure.CompleteBy) : rectification.DueOn);
    }

    /// <summary>States opinion, name and day of an act: of the task in which it was done, else of the record's history.</summary>
    /// <param name="rectification">The record.</param>
    /// <param name="act">Kind of task, and what the history calls it.</param>
    /// <param name="fields">Names of the fields for opinion, person and day.</param>
    /// <param name="silent">What the act itself says where the person wrote nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task KnowActAsync(
        Rectification rectification, (string Kind, string Log) act, (string Opinion, string Person, string Day) fields, string silent, CancellationToken cancellationToken)
    {
        var task = await sheet.Work.TaskAsync(act.Kind, rectification.UnitId, cancellationToken);
        var entry = rectification.Log.LastOrDefault(one => one.Act == act.Log);
        if (task is null && entry is null)
        {
            return;
        }

        sheet.Know(fields.Opinion, task?.Opinion is { Length: > 0 } said ? said : entry?.Comment is { Length: > 0 } kept ? kept : silent);
        sheet.Know(fields.Person, task?.EndedByName ?? sheet.NameOf(entry!.By));
        sheet.Know(fields.Day, OfficeTime.DateOf(task?.EndedAt ?? entry!.At));
    }

    /// <summary>Name of whoever did a piece of work that the record keeps.</summary>
    /// <param name="kind">Kind of the task in which it was done.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="by">Who, as the record has it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string> NameAsync(string kind, string unitId, string by, CancellationToken cancellationToken) =>
        await sheet.Work.TaskAsync(kind, unitId, cancellationToken) is { EndedByName: { } name } task && (task.EndedById == by || by == unitId) ? name
        : by == unitId && sheet.About is { } unit ? unit.ShortName
        : Office.People.Role.LabelOf(sheet.NameOf(by));
}
