namespace Kaohe.Office.Tasks;

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Not its turn yet: an earlier signer, or one added before, has not answered.</summary>
    Waiting,

    /// <summary>Several may claim it; nobody has.</summary>
    Open,

    /// <summary>Somebody has it.</summary>
    Assigned,

    /// <summary>委派: lent to somebody who gives it back; the owner completes it.</summary>
    Delegated,

    /// <summary>Sent back or pulled back: waits until the earlier task is submitted again.</summary>
    Suspended,

    /// <summary>Done, with an outcome.</summary>
    Completed,

    /// <summary>Closed by the office with a reason, without the person's answer.</summary>
    Closed,

    /// <summary>Other signers have decided; no answer is needed any more.</summary>
    NotNeeded,

    /// <summary>Cancelled with its flow.</summary>
    Cancelled,
}

/// <summary>How pressing a task is.</summary>
public enum TaskPriority
{
    /// <summary>一般.</summary>
    Normal,

    /// <summary>重要.</summary>
    High,

    /// <summary>紧急.</summary>
    Urgent,
}
