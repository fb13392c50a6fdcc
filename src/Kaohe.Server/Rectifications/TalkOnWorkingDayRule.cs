using Kaohe.Assessment;
using Kaohe.Office.Calendar;

namespace Kaohe.Server.Rectifications;

/// <summary>A 诫勉谈话 is work, and is held on a working day.</summary>
/// <param name="heldOn">The day of the talk.</param>
/// <param name="calendar">Working days.</param>
public sealed class TalkOnWorkingDayRule(DateOnly heldOn, WorkingCalendar calendar) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "国务院办公厅年度节假日安排通知";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!calendar.IsWorkingDay(heldOn))
        {
            yield return new Problem(
                "heldOn", $"{heldOn:yyyy-MM-dd}不上班（{calendar.Describe(heldOn).Name}），请改为{calendar.NextWorkingDay(heldOn).Date:yyyy-MM-dd}或其他工作日。");
        }
    }
}
