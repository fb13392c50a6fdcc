using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Mail;

/// <summary>How mails about tasks are worded. A confidential task's mail says that there is one, and nothing of what it is about.</summary>
public static class TaskMailText
{
    /// <summary>The subject of a notice.</summary>
    /// <param name="kind">Why people are told.</param>
    /// <param name="task">The task.</param>
    public static string Subject(NoticeKind kind, HumanTask task) => $"【{Word(kind)}】{task.Title}";

    /// <summary>What happened, what to do, by when, where; to nobody yet.</summary>
    /// <param name="stored">The task.</param>
    /// <param name="subject">Subject.</param>
    /// <param name="words">What happened.</param>
    /// <param name="at">When the mail leaves.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static MailLetter Letter(StoredTask stored, string subject, string words, DateTimeOffset at, WorkingCalendar calendar)
    {
        var task = stored.Task;
        var due = task is { IsLive: true, DueAt: { } date } ? date : (DateTimeOffset?)null;
        return new MailLetter
        {
            Name = "",
            Subject = task.IsConfidential ? "您有一项任务需要处理" : subject,
            Template = MailTemplates.Task,
            Model = new Dictionary<string, object?>
            {
                ["text"] = task.IsConfidential ? "您有一项任务需要处理，内容请登录后查看。" : words,
                ["title"] = task.IsConfidential || string.Equals(words, task.Title, StringComparison.Ordinal) ? null : task.Title,
                ["todo"] = task is { IsLive: true, IsConfidential: false, Instructions.Length: > 0 } ? task.Instructions : null,
                ["due"] = due is { } day ? OfficeTime.Moment(day, OfficeTime.DateOf(at).Year) : null,
                ["by"] = due?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["left"] = due is { } last ? RemainingTime.Of(at, last, calendar).Text : null,
                ["late"] = due < at,
                ["path"] = $"/tasks/{task.Id}",
                ["action"] = task.IsLive ? "打开办理" : "打开查看",
            },
            DocumentIds = task is { IsLive: true, IsConfidential: false } ? stored.Origin.DocumentIds : [],
            DocumentId = task.IsConfidential || stored.Origin.DocumentIds.Count != 1 ? null : stored.Origin.DocumentIds[0],
            TaskId = task.Id,
            UnitId = task.UnitId,
            CycleYear = task.CycleYear,
        };
    }

    private static string Word(NoticeKind kind) => kind switch
    {
        NoticeKind.TaskGiven => "待办任务",
        NoticeKind.TaskTaken => "任务变动",
        NoticeKind.Urged => "催办",
        NoticeKind.Copied => "抄送",
        NoticeKind.SentBack => "退回修改",
        NoticeKind.DeadlineChanged => "期限变动",
        _ => "提到您",
    };
}
