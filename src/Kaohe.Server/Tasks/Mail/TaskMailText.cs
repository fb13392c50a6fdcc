using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.Tasks;
using Kaohe.Server.Documents;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Mail;

/// <summary>How mails about tasks are worded. A confidential task's mail says that there is one, and nothing of what it is about.</summary>
/// <param name="site">For links.</param>
public sealed class TaskMailText(PublicAddress site)
{
    /// <summary>The subject of a notice.</summary>
    /// <param name="kind">Why people are told.</param>
    /// <param name="task">The task.</param>
    public static string Subject(NoticeKind kind, HumanTask task) => $"【{Word(kind)}】{task.Title}";

    /// <summary>The text, in paragraphs: what happened, what to do, by when, where.</summary>
    /// <param name="stored">The task.</param>
    /// <param name="words">What happened.</param>
    /// <param name="at">When the mail leaves.</param>
    /// <param name="calendar">Which days are worked.</param>
    public string Body(StoredTask stored, string words, DateTimeOffset at, WorkingCalendar calendar)
    {
        var task = stored.Task;
        var year = OfficeTime.DateOf(at).Year;
        string?[] paragraphs =
        [
            words,
            task.IsLive && !task.IsConfidential && task.Instructions.Length > 0 ? $"要做什么：{task.Instructions}" : null,
            task is { IsLive: true, DueAt: { } due } ? $"办理期限：{OfficeTime.Moment(due, year)}（{RemainingTime.Of(at, due, calendar).Text}）" : null,
            $"{(task.IsLive ? "打开办理" : "打开查看")}：{site.Of($"/tasks/{task.Id}")}",
        ];
        return string.Join("\n\n", paragraphs.OfType<string>());
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
