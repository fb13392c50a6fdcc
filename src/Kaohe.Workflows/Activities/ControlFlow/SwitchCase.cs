using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Expressions;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>One case of a Switch or FlowSwitch.</summary>
/// <param name="Label">The case's name; in a flowchart also its outcome.</param>
/// <param name="Condition">The condition; null never matches.</param>
/// <param name="Body">What a Switch runs; null in a flowchart.</param>
public sealed record SwitchCase(string Label, IExpression? Condition, Activity? Body)
{
    /// <summary>Reads the cases of an activity.</summary>
    internal static IReadOnlyList<SwitchCase> Load(JsonElement json, ActivityLoader loader, Activity parent)
    {
        var path = loader.Path;
        return
        [
            .. json.Items("cases").Select((item, index) => new SwitchCase(
                item.Text("label") ?? "",
                item.TryGet("condition", out var condition) && condition.ValueKind == JsonValueKind.Object ? loader.Compile(condition, typeof(bool), $"{path}.cases[{index}].condition") : null,
                item.TryGet("activity", out var body) ? loader.LoadActivity(body, parent, $"{path}.cases[{index}].activity") : null)),
        ];
    }

    /// <summary>Whether the case matches.</summary>
    /// <exception cref="WorkflowException">The condition fails.</exception>
    internal bool Matches(ActivityExecutionContext context) => Condition is not null && ValueConversion.To(Condition.Evaluate(context), typeof(bool)) is true;
}

/// <summary>Which of the matching cases run.</summary>
public enum SwitchMode
{
    /// <summary>The first one.</summary>
    MatchFirst,

    /// <summary>All of them.</summary>
    MatchAny,
}
