using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Rectifications;
using Kaohe.Office;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>
/// 诫勉谈话通知: called because of the result (last place, 差), or because the 整改报告 is late. When, where and who talks is what 考核办 arranged; nothing is
/// assumed, so that a notice without an arrangement stays with the office until it says so.
/// </summary>
internal sealed class AdmonitionSource : IFieldSource
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["诫勉谈话通知"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var talk = (await sheet.Db.Admonitions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == sheet.Subject.UnitId, cancellationToken))?.Value;
        if (talk is { State: AdmonitionState.Notified })
        {
            sheet.Decide("谈话时间", talk.HeldAt);
            sheet.Decide("谈话地点", talk.Place);
            sheet.Decide("谈话人", talk.InterviewerId is { } id ? sheet.NameAndPost(id) : null);
        }

        sheet.Know("抄送", "市委组织部"); // a talk with one person is not a circular
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
