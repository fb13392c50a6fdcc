using System.Text.Json;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Execution;

/// <summary>Brings values to a variable's declared type.</summary>
internal static class VariableValue
{
    public static object? Initial(VariableDefinition variable) => variable.Value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => Convert(variable, null),
        JsonValueKind.String => Convert(variable, variable.Value.GetString()),
        _ => Convert(variable, PlainValue.FromJson(variable.Value)),
    };

    /// <summary>Brings a value to the variable's type.</summary>
    /// <exception cref="WorkflowException">The value does not fit.</exception>
    public static object? Convert(VariableDefinition variable, object? value)
    {
        var type = TypeAliases.Find(variable.TypeName);
        try
        {
            if (value is null)
            {
                return null;
            }

            if (variable.IsArray)
            {
                return PlainValue.From(value is string text && text.TrimStart().StartsWith('[') ? PlainValue.Parse(text) : value);
            }

            return PlainValue.From(ValueConversion.To(value, type));
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            throw new WorkflowException($"变量“{variable.Name}”的类型是 {variable.TypeName}，不能接受这个值：{problem.Message}", problem);
        }
    }
}
