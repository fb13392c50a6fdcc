using System.Text.Json;
using Kaohe.Server.Shell.Http;
using Kaohe.Workflows.Values;

namespace Kaohe.Server.Operations.Flows;

/// <summary>What an instance is started with.</summary>
/// <param name="Input">Workflow input by name.</param>
/// <param name="CorrelationId">Business key; null when none.</param>
/// <param name="Name">Name; null when none.</param>
public sealed record FlowStart(IReadOnlyDictionary<string, object?> Input, string? CorrelationId, string? Name)
{
    /// <summary>Reads input that a person typed.</summary>
    /// <param name="json">A JSON object; empty for no input.</param>
    /// <param name="problems">What is wrong with it; empty when it was read.</param>
    public static IReadOnlyDictionary<string, object?> ReadInput(string? json, out IReadOnlyList<FieldProblem> problems)
    {
        problems = [];
        try
        {
            switch (string.IsNullOrWhiteSpace(json) ? new Dictionary<string, object?>() : PlainValue.Parse(json))
            {
                case Dictionary<string, object?> input:
                    return input;
                default:
                    problems = [new FieldProblem("input", "输入应当是一个 JSON 对象，例如 {\"year\": 2026}。")];
                    break;
            }
        }
        catch (JsonException exception)
        {
            problems = [new FieldProblem("input", $"第 {exception.LineNumber + 1} 行附近不是有效的 JSON，请检查引号、逗号和括号。")];
        }

        return new Dictionary<string, object?>();
    }
}
