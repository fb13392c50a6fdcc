using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>The end of a burst: final status, state to keep, journal.</summary>
internal sealed partial class Burst
{
    public void Log(ActivityExecutionContext context, string eventName, string? message = null)
    {
        context.Touch();
        _journal.Add(new JournalEntry
        {
            WorkflowInstanceId = InstanceId,
            Sequence = _nextSequence++,
            ActivityInstanceId = context.Id,
            ParentActivityInstanceId = context.Owner?.Id,
            ActivityId = context.Activity.Id,
            ActivityType = context.Activity.Type,
            ActivityTypeVersion = context.Activity.Version,
            ActivityName = context.Activity.Name,
            ActivityNodeId = context.Activity.NodeId,
            EventName = eventName,
            Message = message,
            Timestamp = Now,
            ActivityState = eventName is "Started" or "Resumed" ? null : context.ActivityState,
            Payload = eventName == "Completed" ? context.Payload : null,
        });
    }

    private BurstResult Finalise()
    {
        if (!IsOver)
        {
            MoveTo(_contexts.TrueForAll(c => c.IsCompleted) ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended);
        }

        NameStall();
        var finished = IsOver;
        if (finished && ParentInstanceId is not null)
        {
            AddEffect(_contexts[0], EffectKinds.ResumeParent, new ResumeParentEffect(
                ParentInstanceId, InstanceId, new Dictionary<string, object?>(Output), nameof(WorkflowStatus.Finished), SubStatus.ToString()), notBefore: null);
        }

        return new BurstResult
        {
            Outcome = BurstOutcome.Ran,
            State = Save(finished),
            Journal = _journal,
            Executions = Touched(),
            Effects = _effects,
            Children = _children,
        };
    }

    private List<ActivityExecutionRecord> Touched()
    {
        var waiting = Bookmarks.Count == 0 ? null : Bookmarks.Select(b => b.ActivityInstanceId).ToHashSet(StringComparer.Ordinal);
        var records = new List<ActivityExecutionRecord>(_contexts.Count);
        foreach (var context in _contexts)
        {
            if (context.IsTouched)
            {
                records.Add(context.ToRecord(waiting?.Contains(context.Id) == true));
            }
        }

        return records;
    }

    /// <summary>Nobody may find an instance that waits for nothing and says nothing: an incident names the executions that cannot go on.</summary>
    private void NameStall()
    {
        if (SubStatus != WorkflowSubStatus.Suspended || Bookmarks.Count > 0 || Incidents.Count > 0)
        {
            return;
        }

        var stuck = _contexts.Where(c => !c.IsCompleted && c.Owner is not null && c.Children.All(child => child.IsCompleted)).DefaultIfEmpty(_contexts[0]).First();
        Incidents.Add(new Incident
        {
            ActivityId = stuck.Activity.Id,
            ActivityNodeId = stuck.Activity.NodeId,
            ActivityType = stuck.Activity.Type,
            ActivityInstanceId = stuck.Id,
            Message = $"流程停在“{stuck.Activity.Name ?? stuck.Activity.Id}”：没有等待中的任务，也没有可以继续的活动。请检查汇合方式，修改后迁移或取消本实例。",
            Timestamp = Now,
        });
    }

    private WorkflowState Save(bool finished)
    {
        var contexts = new List<ActivityExecutionState>();
        foreach (var context in _contexts)
        {
            if (!context.IsCompleted || context.Owner is null)
            {
                contexts.Add(context.Save());
            }
        }

        return new WorkflowState
        {
            Id = InstanceId,
            DefinitionId = Workflow.Definition.DefinitionId,
            DefinitionVersionId = Workflow.Definition.Id,
            DefinitionVersion = Workflow.Definition.Version,
            CorrelationId = CorrelationId,
            Name = Name,
            ParentInstanceId = ParentInstanceId,
            Status = finished ? WorkflowStatus.Finished : WorkflowStatus.Running,
            SubStatus = SubStatus,
            Bookmarks = Bookmarks,
            Incidents = Incidents,
            CompletionCallbacks = Callbacks,
            ActivityExecutionContexts = contexts,
            Input = KeptInput,
            Output = Output,
            Properties = Properties,
            NextExecutionNumber = _nextExecution,
            NextSequence = _nextSequence,
            NextEffectNumber = _nextEffect,
            CreatedAt = CreatedAt,
            UpdatedAt = Now,
            FinishedAt = finished ? Now : null,
        };
    }
}
