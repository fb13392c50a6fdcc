using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Documents.Facts;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Documents.Acting;

/// <summary>What a unit's head adds to the 责任书 by signing it: the day, and who answers for which target. The paper that went out leaves both open.</summary>
internal static class SignedStatement
{
    /// <summary>Puts both into the fields of the signed copy; nothing while nobody has signed by task.</summary>
    /// <param name="db">The records.</param>
    /// <param name="row">The issued 责任书.</param>
    /// <param name="values">The fields of the paper.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAsync(KaoheDb db, DocumentRow row, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        if (row is not { CycleYear: { } year, UnitId: { } unitId }
            || await new SubmittedWork(db, year).TaskAsync(TaskKinds.ResponsibilitySigning, unitId, cancellationToken) is not { EndedAt: { } at } task)
        {
            return;
        }

        values["签订日期"] = OfficeTime.DateOf(at);
        if (TaskForms.Read(task.Kind, task.Data) is not ResponsibilityForm form)
        {
            return;
        }

        var people = (await db.OfficialsAsync(cancellationToken)).ToDictionary(official => official.Id);
        var names = (await db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators()).GroupBy(indicator => indicator.Code)
            .ToDictionary(same => same.Key, same => same.First().Name);
        values["分解"] = form.Assignments.Where(line => people.ContainsKey(line.OfficialId)).Select(line => (object?)new Dictionary<string, object?>
        {
            ["指标"] = names.GetValueOrDefault(line.IndicatorCode, line.IndicatorCode),
            ["责任人"] = people[line.OfficialId].Name,
            ["职务"] = people[line.OfficialId].Post,
            ["岗位"] = line.Duty.Trim(),
        }).ToList();
    }
}
