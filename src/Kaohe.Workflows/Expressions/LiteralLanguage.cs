using System.Text.Json;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Expressions;

/// <summary>A value as it is written.</summary>
internal sealed class LiteralLanguage : IExpressionLanguage
{
    public IReadOnlyList<string> Types { get; } = ["Literal"];

    public string DisplayName => "直接填写";

    public IExpression Compile(JsonElement value, Type targetType)
    {
        var plain = PlainValue.FromJson(value);
        try
        {
            // An empty box in the designer means "not given" for everything but text.
            return new ConstantExpression(plain is string { Length: 0 } && targetType != typeof(string) && targetType != typeof(object)
                ? null
                : ValueConversion.To(plain, targetType));
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{problem.Message}。请改正这个值。", problem);
        }
    }
}
