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

/// <summary>By urgency. The parts do not overlap: together they are all live tasks.</summary>
public enum InboxDue
{
    /// <summary>All, the ended included.</summary>
    Any,

    /// <summary>逾期: the deadline has passed.</summary>
    Overdue,

    /// <summary>今天: due today and not past.</summary>
    Today,

    /// <summary>本周: due after today, until Sunday.</summary>
    Week,

    /// <summary>以后: due after Sunday.</summary>
    Later,

    /// <summary>不限时: without a deadline.</summary>
    None,
}

/// <summary>In which order.</summary>
public enum InboxSort
{
    /// <summary>By deadline; ended ones last, latest first.</summary>
    Due,

    /// <summary>Opened last first.</summary>
    Newest,

    /// <summary>Opened first first.</summary>
    Oldest,
}

/// <summary>What a list of tasks is narrowed to.</summary>
public sealed record InboxFilter
{
    /// <summary>Which box.</summary>
    public InboxBox Box { get; init; }

    /// <summary>By urgency.</summary>
    public InboxDue Due { get; init; }

    /// <summary>Due on or after this day; null for no bound.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Due on or before this day; null for no bound.</summary>
    public DateOnly? DueTo { get; init; }

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

    /// <summary>In which order.</summary>
    public InboxSort Sort { get; init; }

    /// <summary>Whether it asks for what only the tasks themselves can tell, not their places in the list.</summary>
    internal bool AsksTask => CycleYear is not null || StepCode is not null || UnitId is not null || Kind is not null || !string.IsNullOrWhiteSpace(Text);
}
