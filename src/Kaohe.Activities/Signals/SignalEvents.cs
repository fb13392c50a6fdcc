namespace Kaohe.Activities.Signals;

/// <summary>Names of what a <see cref="Signal"/> may tell.</summary>
public static class SignalEvents
{
    /// <summary>Tasks or documents of an item were opened.</summary>
    public const string Opened = "opened";

    /// <summary>A person completed a task.</summary>
    public const string Completed = "completed";

    /// <summary>The office closed a task with a reason.</summary>
    public const string Closed = "closed";

    /// <summary>A document is drafted.</summary>
    public const string Drafted = "drafted";

    /// <summary>A document is numbered and issued.</summary>
    public const string Issued = "issued";

    /// <summary>A document was sent back by its signer.</summary>
    public const string Returned = "returned";

    /// <summary>The scores are computed.</summary>
    public const string Scored = "scored";

    /// <summary>The grades are proposed.</summary>
    public const string Proposed = "proposed";

    /// <summary>The grades are on record.</summary>
    public const string Graded = "graded";

    /// <summary>The office changed the deadline of the whole activity.</summary>
    public const string DeadlineChanged = "deadline-changed";

    /// <summary>The office closed the whole activity with reasons.</summary>
    public const string StepClosed = "step-closed";
}
