using System.Text.Json;

namespace Kaohe.Workflows.Expressions;

/// <summary>One expression type of definitions, for example <c>JavaScript</c>.</summary>
public interface IExpressionLanguage
{
    /// <summary>Names in definitions; the first is the one shown.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Name shown to people.</summary>
    string DisplayName { get; }

    /// <summary>Compiles an expression.</summary>
    /// <param name="value">The expression's value as it stands in the definition.</param>
    /// <param name="targetType">The type that the input wants.</param>
    /// <exception cref="FormatException">The text is not valid in this language; the message says why.</exception>
    IExpression Compile(JsonElement value, Type targetType);
}
