using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions;

/// <summary>A compiled expression. Immutable and shared by all instances of a definition.</summary>
public interface IExpression
{
    /// <summary>Evaluates it in the scope of an activity.</summary>
    /// <returns>A plain value.</returns>
    object? Evaluate(ActivityExecutionContext context);
}
