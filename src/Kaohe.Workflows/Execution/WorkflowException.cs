namespace Kaohe.Workflows.Execution;

/// <summary>A failure inside a flow that becomes an incident with this message.</summary>
public sealed class WorkflowException : Exception
{
    /// <summary>Makes one.</summary>
    public WorkflowException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public WorkflowException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
