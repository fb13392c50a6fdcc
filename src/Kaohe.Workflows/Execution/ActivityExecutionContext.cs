using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>One execution of one activity, as the activity sees it: inputs, outputs, variables, bookmarks, effects and its own memory.</summary>
public sealed partial class ActivityExecutionContext
{
    private List<ActivityExecutionContext>? _children;
    private object?[]? _inputs;
    private InputValues? _inputValues;
    private Dictionary<string, object?>? _properties;
    private Dictionary<string, object?>? _outputs;
    private int _runningChildren;

    internal ActivityExecutionContext(Burst burst, Activity activity, ActivityExecutionContext? owner, string id, DateTimeOffset startedAt)
    {
        Burst = burst;
        Activity = activity;
        Owner = owner;
        Id = id;
        StartedAt = startedAt;
    }

    /// <summary>Activity instance id.</summary>
    public string Id { get; }

    /// <summary>The activity.</summary>
    public Activity Activity { get; }

    /// <summary>The execution that scheduled this one; null for the workflow.</summary>
    public ActivityExecutionContext? Owner { get; }

    /// <summary>The workflow instance.</summary>
    public string WorkflowInstanceId => Burst.InstanceId;

    /// <summary>The compiled definition.</summary>
    public Compilation.CompiledWorkflow Workflow => Burst.Workflow;

    /// <summary>The time of the burst.</summary>
    public DateTimeOffset Now => Burst.Now;

    /// <summary>When this execution started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it completed; null while live.</summary>
    public DateTimeOffset? CompletedAt { get; internal set; }

    /// <summary>What the owner said when scheduling.</summary>
    public string? Tag { get; internal set; }

    /// <summary>Workflow input: what was kept, overlaid with what this burst's stimulus brought.</summary>
    public IReadOnlyDictionary<string, object?> WorkflowInput => Burst.Input;

    /// <summary>Whether this activity is the trigger that started the instance.</summary>
    public bool IsTriggerOfWorkflow => Burst.TriggerActivityId == Activity.Id;

    /// <summary>Status.</summary>
    public ActivityStatus Status
    {
        get;
        internal set
        {
            if (Owner is not null)
            {
                Owner._runningChildren += (value == ActivityStatus.Running ? 1 : 0) - (field == ActivityStatus.Running ? 1 : 0);
            }

            field = value;
        }
    }

    /// <summary>Executions that this one scheduled and that are known to this burst.</summary>
    public IReadOnlyList<ActivityExecutionContext> Children => _children ?? [];

    /// <summary>Whether it is completed or cancelled.</summary>
    public bool IsCompleted => Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    /// <summary>Data for the journal's Completed entry, such as Outcomes.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; private set; }

    internal Burst Burst { get; }

    internal bool HasRunningChildren => _runningChildren > 0;

    internal int QueuedBelow { get; set; }

    internal int AggregateFaultCount { get; set; }

    internal string? Exception { get; set; }

    internal bool IsTouched { get; private set; }

    internal bool IsBreaking { get; set; }

    internal bool OverBackwardConnection { get; init; }

    internal object? Scratch { get; set; }

    internal Dictionary<string, object?>? Variables { get; private set; }

    internal Dictionary<string, object?>? DynamicVariables { get; init; }

    /// <summary>Reads the activity's own memory, which survives bookmarks.</summary>
    public T? GetProperty<T>(string name) =>
        _properties is not null && _properties.TryGetValue(name, out var value) && value is not null ? (T?)Values.ValueConversion.To(value, typeof(T)) : default;

    /// <summary>Writes the activity's own memory.</summary>
    public void SetProperty(string name, object? value) => (_properties ??= [])[name] = value;

    /// <summary>Asks the world to do something after the burst is committed.</summary>
    /// <param name="kind">Kind of the effect.</param>
    /// <param name="payload">What the handler needs.</param>
    /// <param name="notBefore">Not earlier than; null means at once.</param>
    public void Emit(string kind, object? payload, DateTimeOffset? notBefore = null) => Burst.AddEffect(this, kind, payload, notBefore);

    /// <summary>Adds data to the journal's Completed entry.</summary>
    public void AddJournalData(string name, object? value)
    {
        var data = Payload is null ? [] : new Dictionary<string, object?>(Payload);
        data[name] = value;
        Payload = data;
    }

    /// <summary>Outcomes that a script has set with setOutcome; null when it set none.</summary>
    internal IReadOnlyList<string>? TakeScriptOutcomes() => Scratch as IReadOnlyList<string>;

    internal void AddChild(ActivityExecutionContext child) => (_children ??= new List<ActivityExecutionContext>(Math.Min(Activity is Activities.ControlFlow.Container container ? container.Activities.Count : 1, 64))).Add(child);

    internal void Touch() => IsTouched = true;
}
