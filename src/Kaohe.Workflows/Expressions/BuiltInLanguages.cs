using Kaohe.Workflows.Expressions.JavaScript;
using Kaohe.Workflows.Expressions.Liquid;

namespace Kaohe.Workflows.Expressions;

/// <summary>The expression languages of the engine.</summary>
internal static class BuiltInLanguages
{
    public static LiteralLanguage Literal { get; } = new();

    public static IReadOnlyList<IExpressionLanguage> All { get; } =
        [Literal, new ObjectLanguage(), new VariableLanguage(), new InputLanguage(), new JavaScriptLanguage(), new LiquidLanguage()];
}
