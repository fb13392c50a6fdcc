namespace Kaohe.Server.Shell.Components;

/// <summary>The seven states that have a colour everywhere. The colour never stands alone: a word goes with it.</summary>
public enum StateTone
{
    /// <summary>未开始, 不适用.</summary>
    Idle,

    /// <summary>进行中.</summary>
    Active,

    /// <summary>待签.</summary>
    ToSign,

    /// <summary>即将到期.</summary>
    Soon,

    /// <summary>逾期, 异常.</summary>
    Overdue,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>完成.</summary>
    Done,
}
