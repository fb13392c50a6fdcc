using System.Globalization;
using System.Text;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Expressions.JavaScript;
using Kaohe.Workflows.Values;

namespace Kaohe.Server.Elsa.Scripting;

/// <summary>TypeScript declarations for the script editor: the engine's functions, and getters and setters for the flow's own variables and inputs.</summary>
internal static class TypeDefinitions
{
    // Signature and Chinese explanation by function name; a function without one is declared loosely.
    private static readonly Dictionary<string, (string Signature, string Text)> _known = new(StringComparer.Ordinal)
    {
        ["getVariable"] = ("(name: string): any", "取变量的值。"),
        ["setVariable"] = ("(name: string, value: any): void", "给变量赋值。"),
        ["getInput"] = ("(name: string): any", "取流程输入的值。"),
        ["getOutputFrom"] = ("(activityIdOrName: string, outputName?: string): any", "取某个活动的输出。"),
        ["getLastResult"] = ("(): any", "取上一个活动的结果。"),
        ["setOutcome"] = ("(outcome: string): void", "选择“运行 JavaScript”的出口。"),
        ["setOutcomes"] = ("(outcomes: string[]): void", "选择“运行 JavaScript”的几个出口。"),
        ["getCorrelationId"] = ("(): string | null", "取关联编号。"),
        ["setCorrelationId"] = ("(value: string | null): void", "设置关联编号。"),
        ["getWorkflowInstanceName"] = ("(): string | null", "取实例名称。"),
        ["setWorkflowInstanceName"] = ("(value: string): void", "设置实例名称。"),
        ["getWorkflowInstanceId"] = ("(): string", "取实例编号。"),
        ["getWorkflowDefinitionId"] = ("(): string", "取流程编号。"),
        ["getWorkflowDefinitionVersionId"] = ("(): string", "取流程版本编号。"),
        ["getWorkflowDefinitionVersion"] = ("(): number", "取流程版本号。"),
        ["isNullOrEmpty"] = ("(value: string | null | undefined): boolean", "是否为空。"),
        ["isNullOrWhiteSpace"] = ("(value: string | null | undefined): boolean", "是否为空或只有空白。"),
        ["toJson"] = ("(value: any): string", "转为 JSON 文本。"),
        ["parseGuid"] = ("(value: string): string", "规范唯一编号的写法。"),
        ["newGuid"] = ("(): string", "生成唯一编号。"),
        ["newGuidString"] = ("(): string", "生成唯一编号。"),
        ["newShortGuid"] = ("(): string", "生成短的唯一编号。"),
        ["stringToBase64"] = ("(value: string): string", "文本转 Base64。"),
        ["stringFromBase64"] = ("(value: string): string", "Base64 转文本。"),
        ["bytesToBase64"] = ("(value: number[]): string", "字节转 Base64。"),
        ["bytesFromBase64"] = ("(value: string): number[]", "Base64 转字节。"),
        ["bytesToString"] = ("(value: number[]): string", "字节转文本。"),
        ["bytesFromString"] = ("(value: string): number[]", "文本转字节。"),
    };

    /// <summary>The declarations for one definition.</summary>
    public static string Of(WorkflowDefinition definition)
    {
        var text = new StringBuilder();
        foreach (var name in ScriptNames.Functions.Order(StringComparer.Ordinal))
        {
            var (signature, explanation) = _known.GetValueOrDefault(name, ("(...values: any[]): any", ""));
            Declare(text, explanation, $"function {name}{signature}");
        }

        var variables = definition.Variables.Where(variable => IsIdentifier(variable.Name)).DistinctBy(variable => variable.Name).ToList();
        foreach (var variable in variables)
        {
            var type = TypeOf(variable.TypeName, variable.IsArray);
            Declare(text, $"变量“{variable.Name}”。", $"function get{Pascal(variable.Name)}(): {type}");
            Declare(text, $"给变量“{variable.Name}”赋值。", $"function set{Pascal(variable.Name)}(value: {type}): void");
        }

        foreach (var input in definition.Inputs.Where(input => IsIdentifier(input.Name) && variables.TrueForAll(variable => Pascal(variable.Name) != Pascal(input.Name))))
        {
            Declare(text, $"流程输入“{input.DisplayName ?? input.Name}”。", $"function get{Pascal(input.Name)}(): {TypeOf(input.Type, input.IsArray)}");
        }

        var members = string.Concat(variables.Select(variable => string.Create(CultureInfo.InvariantCulture, $" {variable.Name}: {TypeOf(variable.TypeName, variable.IsArray)};")));
        Declare(text, "本流程的变量。", $"const variables: {{{members} }}");
        return text.ToString();
    }

    private static void Declare(StringBuilder text, string explanation, string declaration)
    {
        if (explanation.Length > 0)
        {
            text.Append("/** ").Append(explanation.Replace("*/", "", StringComparison.Ordinal)).Append(" */\n");
        }

        text.Append("declare ").Append(declaration).Append(";\n");
    }

    private static string TypeOf(string alias, bool isArray)
    {
        var type = TypeAliases.Find(alias);
        var name = type == typeof(string) || type == typeof(Guid) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeSpan) ? "string"
            : type == typeof(bool) ? "boolean"
            : type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) ? "number"
            : type == typeof(List<object?>) ? "any[]"
            : "any";
        return isArray ? name + "[]" : name;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] is '_' or '$') && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '$');

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
