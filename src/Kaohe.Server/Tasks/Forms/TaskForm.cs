namespace Kaohe.Server.Tasks.Forms;

/// <summary>
/// What a person fills in to complete a task of a kind; one type a kind of work, the same for page and API. Mutable, because pages bind to it; it is
/// stored as JSON on the task.
/// </summary>
public abstract class TaskForm
{
    /// <summary>What the form has to know to be shown and checked.</summary>
    public virtual FormNeeds Needs => FormNeeds.None;

    /// <summary>Fills in what is known before anybody types: one row for each indicator, unit or kind of ballot. Keeps what is there.</summary>
    /// <param name="context">The task and what is known about its subject.</param>
    public virtual void Prepare(FormContext context)
    {
    }

    /// <summary>Adds everything that is wrong.</summary>
    /// <param name="context">The task and what is known about its subject.</param>
    /// <param name="problems">Where problems go.</param>
    public abstract void Check(FormContext context, FormProblems problems);
}
