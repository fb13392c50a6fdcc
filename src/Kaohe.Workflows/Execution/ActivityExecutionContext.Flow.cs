using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>Scheduling, completing, cancelling and signals, in Elsa's order of events.</summary>
public sealed partial class ActivityExecutionContext
{
    private static readonly string[] Done = ["Done"];

    /// <summary>Queues a child; its completion is told to this activity. A missing child counts as completed at once.</summary>
    /// <param name="child">The child; null when the port is empty.</param>
    /// <param name="tag">Comes back with the completion.</param>
    /// <param name="dynamicVariables">Loop variables that the child and everything below it see.</param>
    public void Schedule(Activity? child, string? tag = null, Dictionary<string, object?>? dynamicVariables = null)
    {
        if (child is null)
        {
            Activity.ChildCompleted(this, this, Done);
            return;
        }

        Schedule(new WorkItem(child, this, tag, dynamicVariables));
    }

    /// <summary>Completes the activity. Children that are not completed are cancelled.</summary>
    /// <param name="outcomes">Outcomes; none means <c>Done</c>.</param>
    public void Complete(params IReadOnlyList<string> outcomes)
    {
        if (Status != ActivityStatus.Running)
        {
            return;
        }

        CancelChildren();
        Status = ActivityStatus.Completed;
        if (outcomes.Count > 0)
        {
            AddJournalData("Outcomes", outcomes);
        }

        Burst.Log(this, "Completed");
        TellOwner(outcomes.Count > 0 ? outcomes : Done);
        ForgetWaiting();
        CompletedAt = Burst.Now;
        if (Owner is not null)
        {
            Variables = null;
        }
    }

    /// <summary>Breaks the nearest loop above.</summary>
    public void Break()
    {
        for (var at = this; at is not null; at = at.Owner)
        {
            if (at.Activity.BreakReceived(at))
            {
                return;
            }
        }
    }

    /// <summary>Completes the nearest composite above (a sub-workflow, a loop, or the workflow) with outcomes.</summary>
    public void CompleteComposite(IReadOnlyList<string> outcomes)
    {
        for (var at = this; at is not null; at = at.Owner)
        {
            if (at.Activity.CompleteCompositeReceived(at, this, outcomes))
            {
                return;
            }
        }
    }

    /// <summary>Ends the whole workflow at once.</summary>
    public void FinishWorkflow() => Burst.Finish();

    internal void Schedule(WorkItem item)
    {
        Burst.Callbacks.Add(new CompletionCallback(Id, item.Activity.NodeId, item.Tag));
        Burst.Enqueue(item);
    }

    internal void Cancel()
    {
        if (IsCompleted)
        {
            return;
        }

        Burst.Withdraw(this);
        Status = ActivityStatus.Canceled;
        CompletedAt = Burst.Now;
        ForgetWaiting();
        Burst.Log(this, "Canceled");
        Owner?.Activity.ChildCanceled(Owner, this);
        CancelChildren();
    }

    private void CancelChildren()
    {
        if (_children is null || _children.TrueForAll(c => c.IsCompleted))
        {
            return;
        }

        foreach (var child in _children.Where(c => !c.IsCompleted).ToList())
        {
            child.Cancel();
        }
    }

    // Index loops instead of predicates: this runs once for every activity of every burst.
    private void ForgetWaiting()
    {
        for (var i = Burst.Bookmarks.Count - 1; i >= 0; i--)
        {
            if (Burst.Bookmarks[i].ActivityInstanceId == Id)
            {
                Burst.Bookmarks.RemoveAt(i);
            }
        }

        for (var i = Burst.Callbacks.Count - 1; i >= 0; i--)
        {
            if (Burst.Callbacks[i].OwnerInstanceId == Id)
            {
                Burst.Callbacks.RemoveAt(i);
            }
        }
    }

    private void TellOwner(IReadOnlyList<string> outcomes)
    {
        if (Owner is null)
        {
            return;
        }

        for (var i = 0; i < Burst.Callbacks.Count; i++)
        {
            var callback = Burst.Callbacks[i];
            if (callback.OwnerInstanceId == Owner.Id && callback.ChildNodeId == Activity.NodeId)
            {
                Burst.Callbacks.RemoveAt(i);
                Owner.Activity.ChildCompleted(Owner, this, outcomes);
                return;
            }
        }
    }
}
