using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>The loop: take, run, until the queue is empty.</summary>
internal sealed partial class Burst
{
    public BurstResult Run(WorkItem first)
    {
        Enqueue(first);
        return RunQueue();
    }

    private BurstResult RunQueue()
    {
        while (_queue.TryDequeue(out var item))
        {
            Dequeued(item);
            if (++_executions > Limits.MaxExecutionsPerBurst)
            {
                StopEndlessLoop(item);
                break;
            }

            Invoke(item);
        }

        return Finalise();
    }

    private void Invoke(WorkItem item)
    {
        var context = item.Existing ?? AddContext(item);
        Log(context, IsBookmarked(context) ? "Resumed" : "Started");
        try
        {
            context.EvaluateInputs();
            context.Status = ActivityStatus.Running;
            if (item.Bookmark is null)
            {
                context.Activity.Execute(context);
            }
            else
            {
                Resume(context, item.Bookmark);
            }

            if (context.Status == ActivityStatus.Running && IsBookmarked(context))
            {
                Log(context, "Suspended");
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Any failure of an activity becomes an incident of the instance; the burst itself goes on.
            Log(context, "Faulted", problem.Message);
            Fault(context, problem);
        }
    }

    private void Resume(ActivityExecutionContext context, Bookmark bookmark)
    {
        if (bookmark.CallbackMethodName is not null)
        {
            context.Activity.Resume(context, bookmark);
        }
        else if (bookmark.AutoComplete)
        {
            context.Complete();
        }

        if (bookmark.AutoBurn)
        {
            Bookmarks.Remove(bookmark);
        }
    }

    private ActivityExecutionContext AddContext(WorkItem item)
    {
        var context = new ActivityExecutionContext(this, item.Activity, item.Owner, NextId('a'), Now)
        {
            Tag = item.Tag,
            DynamicVariables = item.DynamicVariables,
            OverBackwardConnection = item.OverBackwardConnection,
        };
        _contexts.Add(context);
        item.Owner?.AddChild(context);
        return context;
    }

    private void Fault(ActivityExecutionContext context, Exception problem)
    {
        context.Status = ActivityStatus.Faulted;
        context.Exception = problem.Message;
        for (var at = context; at is not null; at = at.Owner)
        {
            at.AggregateFaultCount++;
            at.Touch();
        }

        Incidents.Add(new Incident
        {
            ActivityId = context.Activity.Id,
            ActivityNodeId = context.Activity.NodeId,
            ActivityType = context.Activity.Type,
            ActivityInstanceId = context.Id,
            Message = problem.Message,
            ExceptionType = (problem.InnerException ?? problem).GetType().Name,
            Cause = problem.InnerException?.Message,
            Timestamp = Now,
        });
        if (!Workflow.Definition.Options.ContinuesWithIncidents && !IsOver)
        {
            MoveTo(WorkflowSubStatus.Faulted);
        }
    }

    private void StopEndlessLoop(WorkItem item)
    {
        _queue.Clear();
        Incidents.Add(new Incident
        {
            ActivityId = item.Activity.Id,
            ActivityNodeId = item.Activity.NodeId,
            ActivityType = item.Activity.Type,
            Message = $"一次运行执行了超过 {Limits.MaxExecutionsPerBurst} 个活动，很可能是没有出口的循环，已停止。请检查循环条件。",
            Timestamp = Now,
        });
        if (!IsOver)
        {
            MoveTo(WorkflowSubStatus.Faulted);
        }
    }

    private bool IsBookmarked(ActivityExecutionContext context)
    {
        foreach (var bookmark in Bookmarks)
        {
            if (string.Equals(bookmark.ActivityNodeId, context.Activity.NodeId, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
