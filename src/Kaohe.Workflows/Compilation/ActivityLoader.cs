using System.Text.Json;
using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Expressions;

namespace Kaohe.Workflows.Compilation;

/// <summary>Builds the activities of one definition from JSON and gathers every problem on the way.</summary>
public sealed class ActivityLoader
{
    private readonly ActivityRegistry _registry;
    private readonly DefinitionLookup? _lookup;
    private readonly Stack<string> _embedding = new();
    private Dictionary<string, int> _heights = new(StringComparer.Ordinal);
    private readonly List<Activity> _activities = [];
    private readonly List<DefinitionProblem> _problems = [];

    internal ActivityLoader(ActivityRegistry registry, DefinitionLookup? lookup)
    {
        _registry = registry;
        _lookup = lookup;
    }

    internal IReadOnlyList<Activity> Activities => _activities;

    internal IReadOnlyList<DefinitionProblem> Problems => _problems;

    /// <summary>Where the loader is, as a JSON path.</summary>
    public string Path { get; private set; } = "$";

    /// <summary>Notes something that a person should mend.</summary>
    public void Problem(string path, string message, bool isError = true) => _problems.Add(new DefinitionProblem(path, message, isError));

    /// <summary>Loads one nested activity.</summary>
    /// <param name="json">The activity.</param>
    /// <param name="parent">Who holds it.</param>
    /// <param name="path">Its JSON path.</param>
    /// <returns>The activity; null when the JSON is no activity.</returns>
    public Activity? LoadActivity(JsonElement json, Activity parent, string path)
    {
        json = Original(json);
        if (json.ValueKind != JsonValueKind.Object || json.Text("type") is not { Length: > 0 } type)
        {
            if (json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                Problem(path, "这里应当是一个活动，但没有 type。请在设计器里删除后重新添加。");
            }

            return null;
        }

        var version = json.Integer("version") ?? 1;
        var activityType = _registry.Find(type, version);
        var activity = activityType?.Create() ?? (Activity?)Embed(json) ?? new NotFoundActivity { MissingTypeName = type, MissingTypeVersion = version };
        if (activity is NotFoundActivity)
        {
            Problem($"{path}.type", $"没有名为“{type}”的活动。流程可以保存，但运行到这里会出错；请换成现有的活动。");
        }

        var bound = activityType ?? _registry.Find(activity is DefinitionActivity ? DefinitionActivity.PlaceholderType : NotFoundActivity.PlaceholderType, 1)!;
        activity.Id = json.Text("id") is { Length: > 0 } id ? id : $"{type[(type.LastIndexOf('.') + 1)..]}{_activities.Count}";
        activity.Name = json.Text("name");
        activity.Type = activity is NotFoundActivity ? NotFoundActivity.PlaceholderType : type;
        activity.Version = activity is NotFoundActivity ? 1 : version;
        activity.Parent = parent;
        activity.NodeId = $"{parent.NodeId}:{activity.Id}";
        activity.Descriptor = bound.Descriptor;
        activity.CanStartWorkflow = json.Flag("canStartWorkflow") || (json.TryGet("customProperties", out var custom) && custom.Flag("canStartWorkflow"));
        Add(activity);
        var outer = Path;
        Path = path;
        new ActivityBinder(this, activity, bound).Bind(json);
        if (bound.Descriptor.IsContainer)
        {
            activity.Variables = [.. json.Items("variables").Select(DefinitionReader.ReadVariable)];
        }

        activity.Load(json, this);
        Path = outer;
        return activity;
    }

    /// <summary>Loads a list of nested activities; ids must differ.</summary>
    public IReadOnlyList<Activity> LoadActivities(JsonElement json, string property, Activity parent)
    {
        var result = new List<Activity>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var path = Path;
        var index = 0;
        foreach (var item in json.Items(property))
        {
            var itemPath = $"{path}.{property}[{index++}]";
            if (LoadActivity(item, parent, itemPath) is { } activity)
            {
                if (!ids.Add(activity.Id))
                {
                    Problem($"{itemPath}.id", $"同一容器里有两个活动的编号都是“{activity.Id}”。请删除其中一个后重新添加。");
                }

                result.Add(activity);
            }
        }

        return result;
    }

    /// <summary>Compiles an expression object (<c>{"type","value"}</c>).</summary>
    /// <returns>The expression; null when its type is unknown (it is dropped, as Elsa does).</returns>
    public IExpression? Compile(JsonElement expression, Type targetType, string path)
    {
        var type = expression.Text("type") ?? "Literal";
        if (_registry.FindLanguage(type) is not { } language)
        {
            Problem($"{path}.type", $"没有名为“{type}”的表达式类型，这个值不会生效。请改用 JavaScript、Liquid 或直接填写。");
            return null;
        }

        _ = expression.TryGet("value", out var value);
        try
        {
            return language.Compile(value, targetType);
        }
        catch (FormatException problem)
        {
            Problem($"{path}.value", problem.Message);
            return new FailingExpression(problem.Message);
        }
    }

    internal ActivityDescriptor DescriptorOf(string typeName) => _registry.Find(typeName, 1)!.Descriptor;

    internal void Add(Activity activity)
    {
        if (_activities.Count >= WorkflowCompiler.MaxActivities)
        {
            throw new DefinitionException(Path, $"流程有超过 {WorkflowCompiler.MaxActivities} 个活动，不能运行。请拆分成子流程。");
        }

        _activities.Add(activity);
    }

    /// <summary>Id of the workflow activity of a definition: Elsa numbers embedded workflows first, so the outermost has the highest number.</summary>
    internal string WorkflowId(WorkflowDefinition definition) => $"Workflow{HeightOf(definition)}";

    internal void Enter(string definitionId) => _embedding.Push(definitionId);

    internal void Leave() => _embedding.Pop();

    // What Elsa saved in place of an activity it did not know: the original may be known here.
    private static JsonElement Original(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Text("type") != NotFoundActivity.PlaceholderType || json.Text("originalActivityJson") is not { } original)
        {
            return json;
        }

        try
        {
            return DefinitionJson.Element(original);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private int HeightOf(WorkflowDefinition definition)
    {
        if (_lookup is null)
        {
            return 1;
        }

        if (!_heights.TryGetValue(definition.Id, out var height))
        {
            var probe = new ActivityLoader(_registry, _lookup) { _heights = _heights };
            foreach (var outer in _embedding.Reverse())
            {
                probe.Enter(outer);
            }

            probe.Enter(definition.DefinitionId);
            var root = new WorkflowActivity { Descriptor = _registry.Find(WorkflowActivity.TypeName, 1)!.Descriptor };
            probe.LoadActivity(definition.Root, root, "root");
            _heights[definition.Id] = height = 1 + probe.Activities.OfType<DefinitionActivity>().Select(a => HeightOf(a.Definition)).DefaultIfEmpty(0).Max();
        }

        return height;
    }

    private DefinitionActivity? Embed(JsonElement json)
    {
        var definitionId = json.Text("workflowDefinitionId");
        var versionId = json.Text("workflowDefinitionVersionId");
        if (_lookup is null || (definitionId is null && versionId is null && json.Text("type") is null))
        {
            return null;
        }

        var definition = _lookup(definitionId ?? (versionId is null ? json.Text("type") : null), versionId) ?? (definitionId is null ? null : _lookup(definitionId, null));
        if (definition is null)
        {
            return null;
        }

        if (_embedding.Contains(definition.DefinitionId))
        {
            Problem(Path, $"流程“{definition.Name ?? definition.DefinitionId}”直接或间接地包含了它自己。请改用“执行流程”活动。");
            return null;
        }

        return new DefinitionActivity { Definition = definition };
    }
}
