using System.Text.Json;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Expressions;

/// <summary>A value written as JSON text, or as JSON itself.</summary>
internal sealed class ObjectLanguage : IExpressionLanguage
{
    public IReadOnlyList<string> Types { get; } = ["Object", "Json"];

    public string DisplayName => "JSON";

    public IExpression Compile(JsonElement value, Type targetType)
    {
        try
        {
            var plain = value.ValueKind == JsonValueKind.String
                ? string.IsNullOrWhiteSpace(value.GetString()) ? null : Parse(value.GetString()!, targetType)
                : PlainValue.FromJson(value);
            return new ConstantExpression(ValueConversion.To(plain, targetType));
        }
        catch (JsonException problem)
        {
            throw new FormatException("这里要填 JSON，但文字不是有效的 JSON。请检查引号、逗号和括号。", problem);
        }
    }

    private static object? Parse(string text, Type targetType)
    {
        // Old files hold bare words where text is wanted.
        var first = text.TrimStart()[0];
        return targetType == typeof(string) && first is not ('"' or '{' or '[') ? text : PlainValue.Parse(text);
    }
}
