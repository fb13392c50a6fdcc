using System.Text.Json;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions;

/// <summary>The value of a workflow input. The definition holds the input as a JSON string or as an object.</summary>
internal sealed class InputLanguage : IExpressionLanguage
{
    public IReadOnlyList<string> Types { get; } = ["Input"];

    public string DisplayName => "流程输入";

    public IExpression Compile(JsonElement value, Type targetType)
    {
        var name = value.ValueKind == JsonValueKind.String ? NameIn(value.GetString()!) : value.Text("name");
        return string.IsNullOrEmpty(name) ? throw new FormatException("没有选择流程输入。请在设计器里重新选择。") : new Expression(name);
    }

    private static string? NameIn(string text)
    {
        try
        {
            var json = DefinitionJson.Element(text);
            return json.ValueKind == JsonValueKind.Object ? json.Text("name") : json.ValueKind == JsonValueKind.String ? json.GetString() : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private sealed class Expression(string name) : IExpression
    {
        public object? Evaluate(ActivityExecutionContext context) =>
            context.WorkflowInput.TryGetValue(name, out var value) ? value : context.TryGetVariable(name, out value) ? value : null;
    }
}
