using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Expressions.JavaScript;

namespace Kaohe.Workflows.Execution;

/// <summary>The working memory of one burst: queue, live executions and everything that will be committed. Lives on one thread.</summary>
internal sealed partial class Burst : IDisposable
{
    private readonly Queue<WorkItem> _queue = new(4);
    private readonly List<ActivityExecutionContext> _contexts;
    private readonly List<JournalEntry> _journal;
    private readonly List<Effect> _effects = [];
    private readonly List<BurstResult> _children = [];
    private Dictionary<(string Activity, string Output), object?>? _noted;
    private ScriptScope? _scripts;
    private long _nextExecution;
    private long _nextSequence;
    private long _nextEffect;
    private int _executions;

    private Burst(CompiledWorkflow workflow, DateTimeOffset now, IWorkflowCatalog catalog, ExecutionLimits limits, int depth)
    {
        Workflow = workflow;
        Now = now;
        Catalog = catalog;
        Limits = limits;
        Depth = depth;

        // A run mostly touches each activity once: two journal entries each.
        var expected = Math.Min(workflow.Activities.Count, 64);
        _contexts = new List<ActivityExecutionContext>(expected);
        _journal = new List<JournalEntry>(2 * expected);
    }

    public CompiledWorkflow Workflow { get; }

    public DateTimeOffset Now { get; }

    public IWorkflowCatalog Catalog { get; }

    public ExecutionLimits Limits { get; }

    public int Depth { get; }

    public string InstanceId { get; private init; } = "";

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public string? ParentInstanceId { get; private init; }

    public string? TriggerActivityId { get; private init; }

    public WorkflowSubStatus SubStatus { get; private set; } = WorkflowSubStatus.Executing;

    public DateTimeOffset CreatedAt { get; private init; }

    public Dictionary<string, object?> Input { get; private init; } = [];

    public Dictionary<string, object?> KeptInput { get; private init; } = [];

    public Dictionary<string, object?> Output { get; private init; } = [];

    public Dictionary<string, object?> Properties { get; private init; } = [];

    public List<Bookmark> Bookmarks { get; private init; } = [];

    public List<Incident> Incidents { get; private init; } = [];

    public List<CompletionCallback> Callbacks { get; private init; } = [];

    public IEnumerable<WorkItem> Queued => _queue;

    public ScriptScope Scripts => _scripts ??= new ScriptScope(this);

    public bool IsOver => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted;

    public void Dispose() => _scripts?.Dispose();

    public string NextId(char kind) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{InstanceId}-{kind}{_nextExecution++}");

    public void Enqueue(WorkItem item)
    {
        for (var owner = item.Owner; owner is not null; owner = owner.Owner)
        {
            owner.QueuedBelow++;
        }

        _queue.Enqueue(item);
    }

    /// <summary>Ends the workflow from inside (Finish): nothing that waits or is queued will run.</summary>
    public void Finish()
    {
        Callbacks.Clear();
        Bookmarks.Clear();
        _queue.Clear();
        foreach (var context in _contexts)
        {
            context.QueuedBelow = 0;
        }

        MoveTo(WorkflowSubStatus.Finished);
    }

    public void MoveTo(WorkflowSubStatus subStatus)
    {
        if (IsOver)
        {
            throw new WorkflowException($"Cannot transition from {SubStatus} to {subStatus}");
        }

        SubStatus = subStatus;
    }

    public void AddEffect(ActivityExecutionContext context, string kind, object? payload, DateTimeOffset? notBefore) => _effects.Add(new Effect
    {
        Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{InstanceId}-e{_nextEffect++}"),
        Kind = kind,
        WorkflowInstanceId = InstanceId,
        ActivityInstanceId = context.Id,
        Payload = payload,
        NotBefore = notBefore,
    });

    /// <summary>The latest Result output of this burst; null when none was given.</summary>
    public object? LastResult { get; private set; }

    public void NoteOutput(ActivityExecutionContext context, string name, object? value)
    {
        if (name == "Result")
        {
            LastResult = value;
        }

        (_noted ??= [])[(context.Activity.Id, name)] = value;
        if (context.Activity.Name is { } activityName)
        {
            _noted[(activityName, name)] = value;
        }
    }

    public bool TryGetOutput(string idOrName, string name, out object? value)
    {
        value = null;
        return _noted is not null && _noted.TryGetValue((idOrName, name), out value);
    }

    public void AddChild(BurstResult child) => _children.Add(child);

    /// <summary>Drops queued work of a cancelled execution.</summary>
    public void Withdraw(ActivityExecutionContext context)
    {
        if (context.QueuedBelow == 0 && !_queue.Any(i => i.Existing == context))
        {
            return;
        }

        var kept = _queue.Where(i => i.Existing != context && i.Owner != context).ToList();
        foreach (var dropped in _queue.Where(i => i.Existing == context || i.Owner == context))
        {
            Dequeued(dropped);
        }

        _queue.Clear();
        kept.ForEach(_queue.Enqueue);
    }

    private static void Dequeued(WorkItem item)
    {
        for (var owner = item.Owner; owner is not null; owner = owner.Owner)
        {
            owner.QueuedBelow--;
        }
    }
}
