using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Expressions;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Activities.Model;

/// <summary>An input of an activity: a compiled expression and the type its value is brought to.</summary>
public abstract class Input
{
    /// <summary>Property name, for example <c>Text</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Position among the inputs of the activity type.</summary>
    public int Index { get; internal set; }

    /// <summary>Whether it is evaluated before the activity runs.</summary>
    public bool AutoEvaluate { get; internal set; } = true;

    /// <summary>The expression; null when the definition gives none.</summary>
    public IExpression? Expression { get; internal set; }

    /// <summary>The type that values are brought to.</summary>
    public abstract Type ValueType { get; }

    /// <summary>The value when the definition gives no expression.</summary>
    public abstract object? Default { get; }

    /// <summary>Evaluates the expression now, without keeping the value.</summary>
    /// <exception cref="WorkflowException">The expression fails or its value does not fit the type.</exception>
    internal object? Evaluate(ActivityExecutionContext context)
    {
        if (Expression is null)
        {
            return Default;
        }

        try
        {
            return ValueConversion.To(Expression.Evaluate(context), ValueType);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new WorkflowException($"Failed to evaluate activity input '{Name}'", problem);
        }
    }
}

/// <summary>An input whose value is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Input<T> : Input
{
    /// <summary>Makes an input without default.</summary>
    public Input()
    {
    }

    /// <summary>Makes an input with a default.</summary>
    public Input(T defaultValue) => DefaultValue = defaultValue;

    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    /// <inheritdoc/>
    public override object? Default => DefaultValue;

    /// <summary>The value when the definition gives no expression.</summary>
    public T? DefaultValue { get; }
}
