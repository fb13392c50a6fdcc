using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.Events;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Simulation;

/// <summary>Runs definitions in memory with a virtual clock: what the live host does with a database and a real clock, in order and at once.</summary>
/// <param name="catalog">The definitions.</param>
/// <param name="now">The virtual time to begin with.</param>
public sealed class SimulatedHost(SimulationCatalog catalog, DateTimeOffset now)
{
    private readonly Dictionary<string, SimulatedInstance> _instances = new(StringComparer.Ordinal);
    private readonly List<SimulatedInstance> _order = [];
    private readonly Queue<Effect> _effects = new();
    private readonly List<WorkflowTrigger> _triggers = [.. catalog.Published().SelectMany(w => TriggerIndexer.Index(w, now))];
    private readonly List<string> _lines = [];
    private readonly List<(DateTimeOffset At, Effect Effect)> _delivered = [];

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>Instances in the order in which they started.</summary>
    public IReadOnlyList<SimulatedInstance> Instances => _order;

    /// <summary>What WriteLine wrote, over all instances.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Every effect that was delivered, with its time.</summary>
    public IReadOnlyList<(DateTimeOffset At, Effect Effect)> Delivered => _delivered;

    /// <summary>Called for effects that the engine does not deliver itself; may resume bookmarks.</summary>
    public Action<SimulatedHost, Effect>? Deliver { get; init; }

    /// <summary>Starts an instance of a published definition. Its effects wait until <see cref="Settle"/>.</summary>
    /// <exception cref="WorkflowException">There is no such definition.</exception>
    public SimulatedInstance Start(string definitionId, IReadOnlyDictionary<string, object?> input, string? triggerActivityId = null) =>
        Start(definitionId, new StartWorkflow { InstanceId = NewId(), Input = input, TriggerActivityId = triggerActivityId });

    /// <summary>Resumes a bookmark.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Resume(SimulatedInstance instance, string bookmarkId, IReadOnlyDictionary<string, object?> input) =>
        Apply(instance, new ResumeBookmark { BookmarkId = bookmarkId, Input = input });

    /// <summary>Triggers an event: starts what it starts, then resumes all who wait for it.</summary>
    /// <returns>How many instances it reached.</returns>
    public int Trigger(string eventName, object? payload, string? correlationId = null, string? instanceId = null)
    {
        var hash = StimulusHash.ForEvent(eventName);
        var input = new Dictionary<string, object?> { [Event.PayloadKey] = PlainValue.From(payload) };
        var waiting = _order
            .Where(i => (instanceId is null || i.State.Id == instanceId) && (correlationId is null || i.State.CorrelationId == correlationId))
            .SelectMany(i => i.State.Bookmarks.Where(b => b.Hash == hash).Select(b => (Instance: i, b.Id))).ToList();
        var starts = instanceId is null ? _triggers.Where(t => t.Hash == hash).ToList() : [];
        foreach (var trigger in starts)
        {
            Start(trigger.DefinitionId, new StartWorkflow { InstanceId = NewId(), Input = input, TriggerActivityId = trigger.ActivityId, CorrelationId = correlationId });
        }

        foreach (var (instance, bookmarkId) in waiting)
        {
            Resume(instance, bookmarkId, input);
        }

        return starts.Count + waiting.Count;
    }

    /// <summary>Cancels an instance.</summary>
    public void Cancel(SimulatedInstance instance) => Apply(instance, new CancelWorkflow(Reason: null));

    /// <summary>Delivers all effects, and those that follow from them.</summary>
    public void Settle()
    {
        while (_effects.TryDequeue(out var effect))
        {
            _delivered.Add((Now, effect));
            Handle(effect);
        }
    }

    /// <summary>Moves the clock; what becomes due on the way runs at its own time.</summary>
    public void Advance(TimeSpan span)
    {
        Settle();
        var until = Now + span;
        while (NextDue() is { } due && due.At <= until)
        {
            Now = due.At > Now ? due.At : Now;
            due.Run();
            Settle();
        }

        Now = until;
    }

    /// <summary>The next moment at which the clock itself does something; null when it never will.</summary>
    public (DateTimeOffset At, Action Run)? NextDue()
    {
        var bookmarks = _order.SelectMany(i => i.State.Bookmarks.Where(b => b.DueAt is not null)
            .Select(b => (At: b.DueAt!.Value, Run: (Action)(() => Resume(i, b.Id, new Dictionary<string, object?>())))));
        var triggers = _triggers.Where(t => t.DueAt is not null).Select(t => (At: t.DueAt!.Value, Run: (Action)(() => Fire(t))));
        var all = bookmarks.Concat(triggers).ToList();
        return all.Count == 0 ? null : all.MinBy(d => d.At);
    }

    private void Fire(WorkflowTrigger trigger)
    {
        var again = TriggerIndexer.Index(catalog.FindPublished(trigger.DefinitionId)!, Now).FirstOrDefault(t => t.ActivityId == trigger.ActivityId);
        _triggers.Remove(trigger);
        if (again?.DueAt > Now)
        {
            _triggers.Add(again);
        }

        Start(trigger.DefinitionId, new StartWorkflow { InstanceId = NewId(), TriggerActivityId = trigger.ActivityId });
    }

    private void Handle(Effect effect)
    {
        switch (effect.Payload)
        {
            case WriteLineEffect line:
                _lines.Add(line.Text);
                break;
            case PublishEventEffect published:
                Trigger(published.EventName, published.Payload, published.CorrelationId, published.WorkflowInstanceId);
                break;
            case DispatchWorkflowEffect dispatch when !_instances.ContainsKey(dispatch.ChildInstanceId):
                Start(dispatch.DefinitionId, new StartWorkflow
                {
                    InstanceId = dispatch.ChildInstanceId, Input = dispatch.Input, CorrelationId = dispatch.CorrelationId, ParentInstanceId = dispatch.ParentInstanceId,
                });
                break;
            case ResumeParentEffect finished when _instances.TryGetValue(finished.ParentInstanceId, out var parent):
                if (ChildFinished.FindWaiting(parent.State, finished.ChildInstanceId) is { } bookmark)
                {
                    Resume(parent, bookmark.Id, ChildFinished.Input(finished));
                }

                break;
            default:
                Deliver?.Invoke(this, effect);
                break;
        }
    }

    private SimulatedInstance Start(string definitionId, StartWorkflow start)
    {
        var workflow = catalog.FindPublished(definitionId) ?? throw new WorkflowException($"没有编号为“{definitionId}”的流程。");
        var result = WorkflowExecutor.Run(workflow, state: null, start, Now, catalog);
        return Take(result, workflow);
    }

    private bool Apply(SimulatedInstance instance, Stimulus stimulus)
    {
        var result = WorkflowExecutor.Run(instance.Workflow, instance.State, stimulus, Now, catalog);
        Take(result, instance.Workflow);
        return result.Outcome == BurstOutcome.Ran;
    }

    private SimulatedInstance Take(BurstResult result, CompiledWorkflow workflow)
    {
        if (!_instances.TryGetValue(result.State.Id, out var instance))
        {
            _instances[result.State.Id] = instance = new SimulatedInstance(workflow, result.State);
            _order.Add(instance);
        }

        instance.State = result.State;
        instance.Append(result.Journal);
        foreach (var child in result.Children)
        {
            Take(child, catalog.FindVersion(child.State.DefinitionVersionId)!);
        }

        foreach (var effect in result.Effects)
        {
            _effects.Enqueue(effect);
        }

        return instance;
    }

    private string NewId() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sim{_order.Count + 1}");
}
