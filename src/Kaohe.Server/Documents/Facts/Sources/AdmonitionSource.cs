using Kaohe.Assessment.Rectifications;
using Kaohe.Office;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>
/// 诫勉谈话通知: called because of the result (last place, 差), or because the 整改报告 is late. Where the flow does not say otherwise the 组长 of the 领导组
/// talks, in the office of 考核办's host, on the afternoon of the fifth working day.
/// </summary>
internal sealed class AdmonitionSource : IFieldSource
{
    private const int WorkingDaysAhead = 5;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["诫勉谈话通知"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var host = sheet.Cycle?.Office is { } office ? sheet.Units.FirstOrDefault(unit => unit.Id == office.HostUnitId)?.ShortName : null;
        sheet.Know("谈话时间", OfficeTime.At(sheet.Calendar.AddWorkingDays(sheet.Today, WorkingDaysAhead).Date, new TimeOnly(15, 0)));
        sheet.Know("谈话地点", $"{host ?? "市委组织部"}谈话室");
        sheet.Know("谈话人", sheet.Cycle?.LeadingGroup is { } group ? sheet.NameAndPost(group.LeaderId) : null);
        var late = await sheet.Db.Rectifications.AsNoTracking()
            .FirstOrDefaultAsync(row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == sheet.Subject.UnitId, cancellationToken);
        var isLate = late?.Value is { WaitsForUnit: true } rectification && rectification.DueOn <= sheet.Today;
        sheet.Know("整改逾期", isLate);
        if (isLate)
        {
            sheet.Know("诫勉事由", $"后被要求限期整改，整改报告应当于{late!.DueOn:yyyy年M月d日}前报送，至今没有报送");
        }
    }
}
