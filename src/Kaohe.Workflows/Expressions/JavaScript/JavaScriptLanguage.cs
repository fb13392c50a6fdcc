using System.Text.Json;
using Acornima;
using Jint;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>JavaScript by Jint: bounded, without access to .NET, parsed once when the definition is compiled.</summary>
internal sealed class JavaScriptLanguage : IExpressionLanguage
{
    private static readonly ScriptPreparationOptions Preparation = new() { ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true, Tolerant = true } };

    public IReadOnlyList<string> Types { get; } = ["JavaScript"];

    public string DisplayName => "JavaScript";

    /// <summary>Parses a script.</summary>
    /// <exception cref="FormatException">The script has a syntax error.</exception>
    public static PreparedScript Prepare(string source)
    {
        try
        {
            return new PreparedScript(Engine.PrepareScript(source, strict: false, options: Preparation));
        }
        catch (Exception problem) when (problem is ParseErrorException or ScriptPreparationException)
        {
            throw new FormatException($"JavaScript 有语法错误：{(problem.InnerException ?? problem).Message}", problem);
        }
    }

    public IExpression Compile(JsonElement value, Type targetType)
    {
        var source = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();
        return string.IsNullOrWhiteSpace(source) ? new ConstantExpression(null) : new JavaScriptExpression(Prepare(source));
    }
}
