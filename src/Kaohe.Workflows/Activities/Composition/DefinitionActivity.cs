using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Expressions;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>A definition used as an activity: its graph runs inside the parent instance; inputs become variables, outputs go to their bindings.</summary>
[Activity(PlaceholderType, DisplayName = "子流程", Description = "把另一个流程当作活动使用。", IsBrowsable = false)]
public sealed class DefinitionActivity : Activity
{
    /// <summary>Type name of the placeholder in descriptors.</summary>
    public const string PlaceholderType = "Elsa.WorkflowDefinitionActivity";

    private readonly Dictionary<string, IExpression> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _outputs = new(StringComparer.Ordinal);

    /// <summary>The embedded definition.</summary>
    public required WorkflowDefinition Definition { get; init; }

    /// <summary>The embedded workflow, which declares the definition's own variables.</summary>
    public WorkflowActivity? Workflow { get; private set; }

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader)
    {
        foreach (var input in Definition.Inputs)
        {
            if (json.TryGet(Camel(input.Name), out var value) && value.TryGet("expression", out var expression)
                && loader.Compile(expression, Values.TypeAliases.Find(input.Type), $"{loader.Path}.{Camel(input.Name)}.expression") is { } compiled)
            {
                _inputs[input.Name] = compiled;
            }
        }

        foreach (var output in Definition.Outputs)
        {
            if (json.TryGet(Camel(output.Name), out var value) && value.TryGet("memoryReference", out var reference) && reference.Text("id") is { } target)
            {
                _outputs[output.Name] = target;
            }
        }

        Variables =
        [
            .. Definition.Inputs.Concat(Definition.Outputs).DistinctBy(a => a.Name).Select(a => new VariableDefinition
            {
                Id = $"{NodeId}:{a.Name}", Name = a.Name, TypeName = a.Type, IsArray = a.IsArray, StorageDriverTypeName = "WorkflowInstanceStorageDriver",
            }),
        ];
        loader.Enter(Definition.DefinitionId);
        var id = loader.WorkflowId(Definition);
        Workflow = new WorkflowActivity
        {
            Id = id,
            NodeId = $"{NodeId}:{id}",
            Parent = this,
            Type = WorkflowActivity.TypeName,
            Descriptor = loader.DescriptorOf(WorkflowActivity.TypeName),
            Variables = Definition.Variables,
        };
        loader.Add(Workflow);
        Workflow.RootActivity = loader.LoadActivity(Definition.Root, Workflow, $"{loader.Path}.root");
        loader.Leave();
    }

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        // The inputs see the parent's variables, so they are evaluated before this activity declares its own.
        var values = _inputs.Select(i => (i.Key, Value: i.Value.Evaluate(context))).ToList();
        context.DeclareVariables();
        foreach (var (name, value) in values)
        {
            context.SetVariable(name, value);
        }

        context.Schedule(Workflow);
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        foreach (var (name, target) in _outputs)
        {
            if (context.Owner is not null && context.TryGetVariable(name, out var value))
            {
                context.Owner.Set(new Output { Name = name, Target = target }, value);
            }
        }

        context.Complete(outcomes);
    }

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
