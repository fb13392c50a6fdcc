using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>A prepared script that runs in the burst's script scope.</summary>
internal sealed class JavaScriptExpression(PreparedScript script) : IExpression
{
    public object? Evaluate(ActivityExecutionContext context) => context.Burst.Scripts.Run(script, context);
}
