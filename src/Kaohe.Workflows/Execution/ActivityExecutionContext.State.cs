using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>Bookmarks, and the way into and out of <see cref="WorkflowState"/>.</summary>
public sealed partial class ActivityExecutionContext
{
    /// <summary>Makes the activity wait.</summary>
    /// <param name="payload">What a stimulus must match; null when only the bookmark's id resumes it.</param>
    /// <param name="name">Stimulus name; null means the activity's type.</param>
    /// <param name="callback">Name of what follows; null means complete the activity on resume.</param>
    /// <param name="dueAt">When the clock resumes it; null when it does not.</param>
    /// <param name="includeInstance">Whether the hash is unique to this execution.</param>
    /// <param name="autoBurn">Whether the first resume removes it.</param>
    /// <param name="metadata">Text for lists and filters.</param>
    public Bookmark CreateBookmark(
        object? payload = null,
        string? name = null,
        string? callback = null,
        DateTimeOffset? dueAt = null,
        bool includeInstance = true,
        bool autoBurn = true,
        Dictionary<string, string>? metadata = null)
    {
        var stimulus = name ?? Activity.Type;
        var bookmark = new Bookmark
        {
            Id = Burst.NextId('b'),
            Name = stimulus,
            Hash = StimulusHash.Compute(stimulus, payload, includeInstance ? Id : null),
            Payload = payload,
            ActivityId = Activity.Id,
            ActivityNodeId = Activity.NodeId,
            ActivityInstanceId = Id,
            CreatedAt = Now,
            DueAt = dueAt,
            AutoBurn = autoBurn,
            CallbackMethodName = callback,
            Metadata = metadata,
        };
        Burst.Bookmarks.Add(bookmark);
        return bookmark;
    }

    /// <summary>Removes one of this execution's bookmarks that is no longer wanted.</summary>
    public void RemoveBookmark(string bookmarkId) => Burst.Bookmarks.RemoveAll(b => b.Id == bookmarkId && b.ActivityInstanceId == Id);

    /// <summary>The bookmarks of this execution.</summary>
    public IEnumerable<Bookmark> OwnBookmarks => Burst.Bookmarks.Where(b => b.ActivityInstanceId == Id);

    /// <summary>A new id, unique over all instances and the same when the burst runs again.</summary>
    /// <param name="kind">A letter that says what it names.</param>
    public string NextId(char kind) => Burst.NextId(kind);

    internal static ActivityExecutionContext Load(Burst burst, Activity activity, ActivityExecutionContext? owner, ActivityExecutionState saved) =>
        new(burst, activity, owner, saved.Id, saved.StartedAt)
        {
            Status = saved.Status,
            CompletedAt = saved.CompletedAt,
            AggregateFaultCount = saved.AggregateFaultCount,
            Tag = saved.Tag,
            IsBreaking = saved.Properties?.GetValueOrDefault("IsBreaking") is true,
            DynamicVariables = saved.DynamicVariables is null ? null : new Dictionary<string, object?>(saved.DynamicVariables),
            Variables = saved.Variables is null ? null : LoadVariables(activity, saved.Variables),
            _properties = saved.Properties is null ? null : new Dictionary<string, object?>(saved.Properties),
        };

    internal ActivityExecutionState Save()
    {
        Activity.Saving(this);
        if (IsBreaking)
        {
            SetProperty("IsBreaking", true);
        }

        return new ActivityExecutionState
        {
            Id = Id,
            NodeId = Activity.NodeId,
            OwnerId = Owner?.Id,
            Status = Status,
            StartedAt = StartedAt,
            CompletedAt = CompletedAt,
            AggregateFaultCount = AggregateFaultCount,
            Tag = Tag,
            Properties = _properties,
            Variables = KeptVariables(),
            DynamicVariables = DynamicVariables,
        };
    }

    internal ActivityExecutionRecord ToRecord(bool hasBookmarks) => new()
    {
        Id = Id,
        WorkflowInstanceId = Burst.InstanceId,
        ActivityId = Activity.Id,
        ActivityNodeId = Activity.NodeId,
        ActivityType = Activity.Type,
        ActivityTypeVersion = Activity.Version,
        ActivityName = Activity.Name,
        SchedulingActivityExecutionId = Owner?.Id,
        Status = Status,
        StartedAt = StartedAt,
        CompletedAt = CompletedAt,
        HasBookmarks = hasBookmarks,
        AggregateFaultCount = AggregateFaultCount,
        ActivityState = ActivityState,
        Outputs = _outputs,
        Payload = Payload,
        Exception = Exception,
    };

    private static Dictionary<string, object?> LoadVariables(Activity activity, Dictionary<string, object?> saved)
    {
        var values = new Dictionary<string, object?>(saved);
        foreach (var variable in activity.Variables)
        {
            if (values.TryGetValue(variable.Id, out var value))
            {
                values[variable.Id] = VariableValue.Convert(variable, value);
            }
            else if (!variable.IsPersistent)
            {
                values[variable.Id] = VariableValue.Initial(variable);
            }
        }

        return values;
    }

    private Dictionary<string, object?>? KeptVariables()
    {
        if (Variables is null)
        {
            return null;
        }

        return Activity.Variables.All(v => v.IsPersistent)
            ? Variables
            : Activity.Variables.Where(v => v.IsPersistent && Variables.ContainsKey(v.Id)).ToDictionary(v => v.Id, v => Variables[v.Id]);
    }
}
