using Kaohe.Office.Calendar;
using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>A reminder or escalation of a task with its time.</summary>
/// <param name="Key">Names it within the task; a changed deadline gives new keys. Kept by the storage once sent.</param>
/// <param name="At">When it leaves: never in quiet hours.</param>
/// <param name="Escalation">The rung, or none for a reminder before the deadline.</param>
public sealed record PlannedNotice(string Key, DateTimeOffset At, EscalationStep? Escalation);

/// <summary>What is to be sent now.</summary>
/// <param name="Notice">The planned notice.</param>
/// <param name="PersonIds">To whom.</param>
/// <param name="Text">What, in Chinese.</param>
public sealed record DueNotice(PlannedNotice Notice, IReadOnlyList<string> PersonIds, string Text);

/// <summary>Answer to "what is due to be sent at an instant".</summary>
/// <param name="Send">To send.</param>
/// <param name="Skip">Keys that need not be sent any more, because a later one says the same; mark them as sent.</param>
public sealed record DueNotices(IReadOnlyList<DueNotice> Send, IReadOnlyList<string> Skip);

/// <summary>The reminder and escalation ladders of a task, computed from its plan, its deadline and the calendar. Pure.</summary>
/// <param name="Calendar">Which days are worked.</param>
/// <param name="Quiet">When nothing is sent.</param>
/// <param name="Directory">All people.</param>
public sealed record ReminderSchedule(WorkingCalendar Calendar, QuietHours Quiet, OfficeDirectory Directory)
{
    /// <summary>All notices of a task, earliest first; none while it is ended, waiting or sent back.</summary>
    /// <param name="task">The task.</param>
    public IReadOnlyList<PlannedNotice> Plan(HumanTask task)
    {
        if (task.DueAt is not { } due || task.State is not (TaskState.Open or TaskState.Assigned or TaskState.Delegated))
        {
            return [];
        }

        var last = OfficeTime.DateOf(due);
        var before = task.Reminders.Reminders.Select(step => new PlannedNotice(
            $"{last:yyyyMMdd}-{step.WorkingDaysBefore}@{step.At:HHmm}", At(last, -step.WorkingDaysBefore, step.At), Escalation: null));
        var after = task.Reminders.Escalations.Select(step => new PlannedNotice(
            $"{last:yyyyMMdd}+{step.WorkingDaysAfter}@{step.At:HHmm}/{step.Target}{step.Role}", At(last, step.WorkingDaysAfter, step.At), step));

        // A task that was opened late gets no reminder for a time before it existed.
        return [.. before.Where(notice => notice.At > task.CreatedAt && notice.At <= due).Concat(after).OrderBy(notice => notice.At)];
    }

    /// <summary>The next instant at which the task has something to send, for a timer.</summary>
    /// <param name="task">The task.</param>
    /// <param name="sentKeys">What was sent or skipped.</param>
    public DateTimeOffset? NextAt(HumanTask task, IReadOnlySet<string> sentKeys) =>
        Plan(task).FirstOrDefault(notice => !sentKeys.Contains(notice.Key))?.At;

    /// <summary>
    /// What is due to be sent at an instant. After an outage only the latest of several missed reminders is sent, and none once the deadline has passed.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="now">The instant; within quiet hours nothing is due.</param>
    /// <param name="sentKeys">What was sent or skipped.</param>
    public DueNotices DueAt(HumanTask task, DateTimeOffset now, IReadOnlySet<string> sentKeys)
    {
        if (Quiet.Next(now, Calendar) != now)
        {
            return new([], []);
        }

        PlannedNotice[] open = [.. Plan(task).Where(notice => notice.At <= now && !sentKeys.Contains(notice.Key))];
        PlannedNotice[] reminders = [.. open.Where(notice => notice.Escalation is null)];
        var latest = now <= task.DueAt ? reminders.LastOrDefault() : null;
        return new(
            [.. open.Where(notice => notice == latest || notice.Escalation is not null).Select(notice => Due(task, notice, now))],
            [.. reminders.Where(notice => notice != latest).Select(notice => notice.Key)]);
    }

    private DueNotice Due(HumanTask task, PlannedNotice notice, DateTimeOffset now) => new(
        notice,
        Recipients(task, notice.Escalation),
        notice.Escalation?.Target is null or EscalationTarget.Assignee
            ? $"“{task.Title}”{RemainingTime.Of(now, task.DueAt, Calendar).Text}，请及时办理。"
            : $"“{task.Title}”（{task.AssigneeName ?? "无人签收"}）{RemainingTime.Of(now, task.DueAt, Calendar).Text}，请督促。");

    private IReadOnlyList<string> Recipients(HumanTask task, EscalationStep? step) => step?.Target switch
    {
        EscalationTarget.UnitHead => Ids(UnitsAsked(task).Select(unit => Candidate.OfPost(unit, PostCodes.Head))),
        EscalationTarget.Role => Ids([Candidate.OfRole(step.Role ?? Role.Office.Code)]),
        _ => task.AssigneeId is { } has ? [has] : Ids(task.Candidates),
    };

    // The unit that was asked; for a person asked by name, where that person works.
    private IEnumerable<string> UnitsAsked(HumanTask task) => task.Candidates.Any(candidate => candidate.UnitId is not null)
        ? task.Candidates.Select(candidate => candidate.UnitId).OfType<string>()
        : Directory.Find(task.PrincipalId ?? task.AssigneeId ?? string.Empty)?.UnitIds.Take(1) ?? [];

    private IReadOnlyList<string> Ids(IEnumerable<Candidate> candidates) => [.. Directory.Expand([.. candidates]).Select(person => person.Id)];

    private DateTimeOffset At(DateOnly last, int workingDays, TimeOnly time) => Quiet.Next(
        OfficeTime.At(workingDays == 0 ? last : Calendar.AddWorkingDays(last, workingDays).Date, time),
        Calendar);
}
