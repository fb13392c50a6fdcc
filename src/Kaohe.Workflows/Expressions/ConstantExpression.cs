using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions;

/// <summary>Always the same value.</summary>
internal sealed class ConstantExpression(object? value) : IExpression
{
    public object? Evaluate(ActivityExecutionContext context) => value;
}
