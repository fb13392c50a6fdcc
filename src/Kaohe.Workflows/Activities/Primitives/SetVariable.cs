using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Primitives;

/// <summary>Assigns a value to a variable.</summary>
[Activity("Elsa.SetVariable", DisplayName = "设置变量", Description = "给一个流程变量赋值。")]
public sealed class SetVariable : Activity
{
    /// <summary>The variable, found by its id in the nearest scope.</summary>
    [Input(DisplayName = "变量", UIHint = UIHints.VariablePicker)]
    public VariableDefinition? Variable { get; private set; }

    /// <summary>The value.</summary>
    [Input(DisplayName = "值")]
    public Input<object> Value { get; } = new();

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader) =>
        Variable = json.TryGet("variable", out var variable) && variable.ValueKind == JsonValueKind.Object ? DefinitionReader.ReadVariable(variable) : null;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.SetVariableById(Variable?.Id ?? "", context.Get(Value));
        context.Complete();
    }
}
