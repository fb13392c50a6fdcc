using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>What the activities that start another workflow share.</summary>
public abstract class ChildWorkflow : Activity
{
    /// <summary>The workflow to start; its published version is used.</summary>
    [Input(DisplayName = "流程", UIHint = UIHints.WorkflowDefinitionPicker)]
    public Input<string> WorkflowDefinitionId { get; } = new();

    /// <summary>Input of the new instance.</summary>
    [Input(DisplayName = "输入", UIHint = UIHints.Dictionary, DefaultSyntax = "JavaScript")]
    public Input<Dictionary<string, object?>> Input { get; } = new();

    /// <summary>Finds the published version.</summary>
    /// <exception cref="WorkflowException">There is none.</exception>
    private protected Compilation.CompiledWorkflow FindPublished(ActivityExecutionContext context)
    {
        var definitionId = context.Get(WorkflowDefinitionId) ?? "";
        return context.Burst.Catalog.FindPublished(definitionId)
            ?? throw new WorkflowException($"No published version of workflow definition with ID {definitionId} found.");
    }

    /// <summary>The given input and the parent's id, as Elsa passes it.</summary>
    private protected Dictionary<string, object?> ChildInput(ActivityExecutionContext context) =>
        new(context.Get(Input) ?? []) { ["ParentInstanceId"] = context.WorkflowInstanceId };

    /// <summary>What a waiting parent matches: the child's id.</summary>
    internal static Dictionary<string, object?> Stimulus(string childInstanceId) => new() { ["ChildInstanceId"] = childInstanceId };
}

/// <summary>Keys of the input with which a finished child resumes its parent.</summary>
public static class ChildFinished
{
    /// <summary>The child's output, a dictionary.</summary>
    public const string Output = "__ChildOutput";

    /// <summary>The child's id.</summary>
    public const string WorkflowInstanceId = "WorkflowInstanceId";

    /// <summary>The child's final sub-status.</summary>
    public const string WorkflowSubStatus = "WorkflowSubStatus";

    /// <summary>Finds the bookmark of a parent that waits for a child; null when it does not wait.</summary>
    public static Bookmark? FindWaiting(WorkflowState parent, string childInstanceId)
    {
        foreach (var bookmark in parent.Bookmarks)
        {
            var waits = bookmark.Name is "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow"
                ? bookmark.Hash == StimulusHash.Compute(bookmark.Name, ChildWorkflow.Stimulus(childInstanceId))
                : bookmark.Name == BulkDispatchWorkflows.TypeName && BulkDispatchWorkflows.Owns(bookmark, childInstanceId);
            if (waits)
            {
                return bookmark;
            }
        }

        return null;
    }

    /// <summary>The resume input of a finished child.</summary>
    public static Dictionary<string, object?> Input(Execution.Effects.ResumeParentEffect effect) => new()
    {
        [Output] = new Dictionary<string, object?>(effect.Output),
        [WorkflowInstanceId] = effect.ChildInstanceId,
        [WorkflowSubStatus] = effect.SubStatus,
    };
}
