using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Execution;

/// <summary>The beginning of a burst: a new instance, or a kept state brought back to life.</summary>
internal sealed partial class Burst
{
    public static Burst Start(CompiledWorkflow workflow, StartWorkflow start, DateTimeOffset now, IWorkflowCatalog catalog, ExecutionLimits limits, int depth)
    {
        var input = start.Input.ToDictionary(p => p.Key, p => PlainValue.From(p.Value));
        return new Burst(workflow, now, catalog, limits, depth)
        {
            InstanceId = start.InstanceId,
            CorrelationId = start.CorrelationId,
            Name = start.Name,
            ParentInstanceId = start.ParentInstanceId,
            TriggerActivityId = start.TriggerActivityId,
            CreatedAt = now,
            Input = input,
            KeptInput = workflow.Definition.Inputs
                .Where(i => i.StorageDriverType?.Contains("Workflow", StringComparison.Ordinal) == true && input.ContainsKey(i.Name))
                .DistinctBy(i => i.Name).ToDictionary(i => i.Name, i => input[i.Name]),
            Properties = start.TriggerActivityId is null ? [] : new Dictionary<string, object?> { ["TriggerActivityId"] = start.TriggerActivityId },
        };
    }

    public static Burst Continue(CompiledWorkflow workflow, WorkflowState state, DateTimeOffset now, IWorkflowCatalog catalog, ExecutionLimits limits, int depth)
    {
        var burst = new Burst(workflow, now, catalog, limits, depth)
        {
            InstanceId = state.Id,
            CorrelationId = state.CorrelationId,
            Name = state.Name,
            ParentInstanceId = state.ParentInstanceId,
            TriggerActivityId = state.Properties.GetValueOrDefault("TriggerActivityId") as string,
            CreatedAt = state.CreatedAt,
            Input = new Dictionary<string, object?>(state.Input),
            KeptInput = new Dictionary<string, object?>(state.Input),
            Output = new Dictionary<string, object?>(state.Output),
            Properties = new Dictionary<string, object?>(state.Properties),
            Bookmarks = [.. state.Bookmarks],
            Incidents = [.. state.Incidents],
            Callbacks = [.. state.CompletionCallbacks],
            _nextExecution = state.NextExecutionNumber,
            _nextSequence = state.NextSequence,
            _nextEffect = state.NextEffectNumber,
        };
        burst.LoadContexts(state);
        return burst;
    }

    public BurstResult? Resume(ResumeBookmark resume)
    {
        var bookmark = Bookmarks.Find(b => b.Id == resume.BookmarkId);
        var context = bookmark is null ? null : _contexts.Find(c => c.Id == bookmark.ActivityInstanceId);
        if (bookmark is null || context is null)
        {
            return null;
        }

        foreach (var (name, value) in resume.Input)
        {
            Input[name] = PlainValue.From(value);
        }

        return Run(new WorkItem(context.Activity, context.Owner, Existing: context, Bookmark: bookmark));
    }

    public BurstResult? Retry(string? executionId)
    {
        var faulted = _contexts.Where(c => c.Status == ActivityStatus.Faulted && (executionId is null || c.Id == executionId)).ToList();
        if (faulted.Count == 0)
        {
            return null;
        }

        foreach (var context in faulted)
        {
            PrepareRetry(context);
            Enqueue(new WorkItem(context.Activity, context.Owner, Existing: context));
        }

        return RunQueue();
    }

    public BurstResult Cancel(string? reason)
    {
        Bookmarks.Clear();
        Callbacks.Clear();
        foreach (var context in _contexts.Where(c => !c.IsCompleted))
        {
            context.Status = ActivityStatus.Canceled;
            context.CompletedAt = Now;
            context.Touch();
        }

        if (reason is not null)
        {
            Properties["CancelReason"] = reason;
        }

        MoveTo(WorkflowSubStatus.Cancelled);
        return Finalise();
    }

    private void PrepareRetry(ActivityExecutionContext context)
    {
        var faults = context.AggregateFaultCount;
        Incidents.RemoveAll(i => i.ActivityInstanceId == context.Id);
        Bookmarks.RemoveAll(b => b.ActivityInstanceId == context.Id);
        context.Status = ActivityStatus.Running;
        context.Exception = null;
        for (var at = context; at is not null; at = at.Owner)
        {
            at.AggregateFaultCount = Math.Max(0, at.AggregateFaultCount - faults);
        }

        if (context.Owner is not null && !Callbacks.Exists(c => c.OwnerInstanceId == context.Owner.Id && c.ChildNodeId == context.Activity.NodeId))
        {
            Callbacks.Add(new CompletionCallback(context.Owner.Id, context.Activity.NodeId, context.Tag));
        }
    }

    private void LoadContexts(WorkflowState state)
    {
        var byId = new Dictionary<string, ActivityExecutionContext>();
        foreach (var saved in state.ActivityExecutionContexts)
        {
            var activity = Workflow.FindNode(saved.NodeId);
            if (activity is null)
            {
                continue; // the migration listed it as dropped
            }

            var owner = saved.OwnerId is null ? null : byId.GetValueOrDefault(saved.OwnerId);
            var context = ActivityExecutionContext.Load(this, activity, owner, saved);
            byId[context.Id] = context;
            _contexts.Add(context);
            owner?.AddChild(context);
        }
    }
}
