using System.Text.Json;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions;

/// <summary>The value of a variable. The definition holds the variable as a JSON string or as an object.</summary>
internal sealed class VariableLanguage : IExpressionLanguage
{
    public IReadOnlyList<string> Types { get; } = ["Variable"];

    public string DisplayName => "变量";

    public IExpression Compile(JsonElement value, Type targetType)
    {
        var json = value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : value;
        var id = json.Text("id");
        var name = json.Text("name");
        return id is null && name is null ? throw new FormatException("没有选择变量。请在设计器里重新选择。") : new Expression(id, name);
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            return DefinitionJson.Element(text);
        }
        catch (JsonException)
        {
            return DefinitionJson.Element(JsonSerializer.Serialize(new { id = text, name = text }));
        }
    }

    private sealed class Expression(string? id, string? name) : IExpression
    {
        public object? Evaluate(ActivityExecutionContext context) =>
            (id is null ? null : context.GetVariableById(id)) ?? (name is not null && context.TryGetVariable(name, out var value) ? value : null);
    }
}
