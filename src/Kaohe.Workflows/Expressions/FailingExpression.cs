using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions;

/// <summary>An expression that could not be compiled. Only running it is an error, so that a draft can be saved half-done.</summary>
internal sealed class FailingExpression(string message) : IExpression
{
    public object? Evaluate(ActivityExecutionContext context) => throw new WorkflowException(message);
}
