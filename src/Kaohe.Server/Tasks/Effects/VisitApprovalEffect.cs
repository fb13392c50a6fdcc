using Kaohe.Activities;
using Kaohe.Assessment.Announcements;
using Kaohe.Office;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>审签进驻安排: what lay with the leader for too long can no longer be announced in time, and goes back instead of out.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class VisitApprovalEffect(IOfficeCalendar calendar) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.SignOff];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.SendsBack || completion.Task.CycleYear is not { } year || completion.SubmittedTaskId is not { } id
            || await TaskStore.FindAsync(completion.Db, id, cancellationToken) is not { Task.Kind: TaskKinds.VisitSchedule } scheduled
            || TaskForms.Read(scheduled.Task.Kind, scheduled.Task.Data) is not VisitScheduleForm form
            || await completion.Db.SchemeAsync(year, cancellationToken) is not { } scheme)
        {
            return [];
        }

        var today = OfficeTime.DateOf(completion.At);
        var names = await completion.Db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.Value.ShortName, cancellationToken);
        return
        [
            .. from row in form.Visits
               where row.Arrives is not null
               let rule = new AnnouncedInTimeRule(calendar.Current.AddWorkingDays(row.Arrives!.Value, -scheme.Timing.AdvanceNoticeWorkingDays).Date, today)
               from problem in rule.Problems()
               select new Problem(nameof(AnnouncedInTimeRule), $"visits[{row.UnitId}].arrives", $"{names.GetValueOrDefault(row.UnitId, row.UnitId)}：{problem.Message}请退回重新排定。"),
        ];
    }
}
