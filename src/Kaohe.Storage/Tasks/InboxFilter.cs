namespace Kaohe.Storage.Tasks;

/// <summary>Which tasks of a person a list shows.</summary>
public enum InboxBox
{
    /// <summary>待办: what the person has in hand or may claim, in the own name or as a proxy.</summary>
    Todo,

    /// <summary>等待他人: live tasks of others that the person asked for, submitted to, lent or passed on.</summary>
    Waiting,

    /// <summary>已办: ended tasks that the person had in hand.</summary>
    Done,

    /// <summary>抄送: what the person may read because somebody let them.</summary>
    Copied,

    /// <summary>全部: every task that a role lets the person see; for 考核办, 领导 and 管理员.</summary>
    All,
}

/// <summary>By deadline.</summary>
public enum InboxDue
{
    /// <summary>All.</summary>
    Any,

    /// <summary>逾期: the deadline has passed.</summary>
    Overdue,

    /// <summary>Due today at the latest, the overdue included.</summary>
    Today,

    /// <summary>Due within seven days, the overdue included.</summary>
    Week,
}

/// <summary>What a list of tasks is narrowed to.</summary>
public sealed record InboxFilter
{
    /// <summary>Which box.</summary>
    public InboxBox Box { get; init; }

    /// <summary>By deadline.</summary>
    public InboxDue Due { get; init; }

    /// <summary>Assessment year; null for all.</summary>
    public int? CycleYear { get; init; }

    /// <summary>One of the 11 steps; null for all.</summary>
    public string? StepCode { get; init; }

    /// <summary>Assessed unit; null for all.</summary>
    public string? UnitId { get; init; }

    /// <summary>Kind of work; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Part of the title; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Only live (true) or ended (false) tasks of <see cref="InboxBox.All"/> and <see cref="InboxBox.Copied"/>; null for both.</summary>
    public bool? IsLive { get; init; }
}
