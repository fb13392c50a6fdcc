namespace Kaohe.Workflows.Execution.State;

/// <summary>The coarse status of an instance, as Elsa names it.</summary>
public enum WorkflowStatus
{
    /// <summary>Not over: it may be executing or waiting.</summary>
    Running,

    /// <summary>Over: finished, cancelled or faulted.</summary>
    Finished,
}

/// <summary>The fine status of an instance, as Elsa names it.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, not started.</summary>
    Pending,

    /// <summary>Inside a burst.</summary>
    Executing,

    /// <summary>Waiting for a bookmark or for an operator.</summary>
    Suspended,

    /// <summary>Every activity is done.</summary>
    Finished,

    /// <summary>Ended by a person.</summary>
    Cancelled,

    /// <summary>Ended by a fault; an operator may retry it.</summary>
    Faulted,

    /// <summary>Stopped in the middle of a burst by a host that was shutting down.</summary>
    Interrupted,
}

/// <summary>The status of one activity execution.</summary>
public enum ActivityStatus
{
    /// <summary>Scheduled, not started.</summary>
    Pending,

    /// <summary>Started, not completed.</summary>
    Running,

    /// <summary>Completed.</summary>
    Completed,

    /// <summary>Cancelled by its owner or by a person.</summary>
    Canceled,

    /// <summary>Threw; its incident says why.</summary>
    Faulted,
}
