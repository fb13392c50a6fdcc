using System.Collections.Frozen;
using Kaohe.Activities;
using Kaohe.Office.Calendar;
using Kaohe.Office.Tasks;
using Kaohe.Server.Shell.Components;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>How tasks are worded and coloured.</summary>
public static class TaskWords
{
    private static readonly FrozenDictionary<string, string> _kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [TaskKinds.General] = "一般任务",
        [TaskKinds.Approval] = "审批",
        [TaskKinds.SignOff] = "审签",
        [TaskKinds.Receipt] = "回执",
        [TaskKinds.DocumentRevision] = "修改公文",
        [TaskKinds.MissingReasons] = "说明未完成原因",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The state as a word.</summary>
    public static string State(TaskState state, bool isReturned) => state switch
    {
        TaskState.Waiting => "未轮到",
        TaskState.Open => isReturned ? "退回待签收" : "待签收",
        TaskState.Assigned => isReturned ? "退回修改" : "办理中",
        TaskState.Delegated => "委派中",
        TaskState.Suspended => "等待重报",
        TaskState.Completed => "已办结",
        TaskState.Closed => "已关闭",
        TaskState.NotNeeded => "不需办理",
        _ => "已取消",
    };

    /// <summary>The colour of a state, the deadline included.</summary>
    public static StateTone Tone(TaskState state, bool isReturned, RemainingTime left) => state switch
    {
        TaskState.Completed => StateTone.Done,
        TaskState.Closed or TaskState.NotNeeded or TaskState.Cancelled or TaskState.Waiting => StateTone.Idle,
        _ when left.State == DueState.Overdue => StateTone.Overdue,
        _ when isReturned => StateTone.Returned,
        _ when left.State is DueState.Soon or DueState.Today => StateTone.Soon,
        _ => StateTone.Active,
    };

    /// <summary>Name of a kind of work.</summary>
    public static string Kind(string kind) => _kinds.GetValueOrDefault(kind, "任务");

    /// <summary>Name of a box.</summary>
    public static string Box(InboxBox box) => box switch
    {
        InboxBox.Todo => "待办",
        InboxBox.Waiting => "等待他人",
        InboxBox.Done => "已办",
        InboxBox.Copied => "抄送",
        _ => "全部",
    };

    /// <summary>Name of a part of an inbox by urgency.</summary>
    public static string Due(InboxDue due) => due switch
    {
        InboxDue.Overdue => "逾期",
        InboxDue.Today => "今天",
        InboxDue.Week => "本周",
        InboxDue.Later => "以后",
        InboxDue.None => "不限时",
        _ => "全部",
    };

    /// <summary>Name of an order.</summary>
    public static string Sort(InboxSort sort) => sort switch
    {
        InboxSort.Newest => "最近收到在前",
        InboxSort.Oldest => "最早收到在前",
        _ => "期限近的在前",
    };

    /// <summary>Bytes in words.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024m / 1024m:0.#} MB";
}
