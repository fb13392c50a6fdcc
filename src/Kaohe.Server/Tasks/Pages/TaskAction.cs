namespace Kaohe.Server.Tasks.Pages;

/// <summary>What can be done with a task besides finishing it.</summary>
public enum TaskAction
{
    /// <summary>签收.</summary>
    Claim,

    /// <summary>放回.</summary>
    Release,

    /// <summary>转办.</summary>
    HandOver,

    /// <summary>委派.</summary>
    Delegate,

    /// <summary>交回.</summary>
    GiveBack,

    /// <summary>退回 to an earlier task.</summary>
    Return,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>抄送.</summary>
    Copy,

    /// <summary>催办.</summary>
    Urge,

    /// <summary>加签.</summary>
    AddSigners,

    /// <summary>减签.</summary>
    RemoveSigner,

    /// <summary>改期限.</summary>
    ChangeDeadline,

    /// <summary>换人.</summary>
    Substitute,

    /// <summary>关闭.</summary>
    Close,
}
