namespace Kaohe.Workflows.Activities.Model;

/// <summary>An output of an activity, bound to a variable or to a workflow output, or to nothing.</summary>
public class Output
{
    /// <summary>Property name, for example <c>Result</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Id of the variable, or name of the workflow output, that receives the value; null when unbound.</summary>
    public string? Target { get; internal set; }

    /// <summary>Type of the value.</summary>
    public virtual Type ValueType => typeof(object);
}

/// <summary>An output whose value is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Output<T> : Output
{
    /// <inheritdoc/>
    public override Type ValueType => typeof(T);
}
