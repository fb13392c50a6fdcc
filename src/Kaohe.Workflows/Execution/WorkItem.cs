using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>One entry of the burst's queue: an activity to start, or an execution to resume or retry.</summary>
/// <param name="Activity">What to run.</param>
/// <param name="Owner">Who scheduled it; null for the workflow itself.</param>
/// <param name="Tag">What the owner said.</param>
/// <param name="DynamicVariables">Loop variables for the new execution; null when none.</param>
/// <param name="Existing">The execution to run again; null to make one.</param>
/// <param name="Bookmark">The bookmark that is resumed; null otherwise.</param>
internal sealed record WorkItem(
    Activity Activity,
    ActivityExecutionContext? Owner,
    string? Tag = null,
    Dictionary<string, object?>? DynamicVariables = null,
    ActivityExecutionContext? Existing = null,
    Bookmark? Bookmark = null)
{
    /// <summary>Whether a flowchart scheduled it over a backward connection; such a run does not count as a visit.</summary>
    public bool OverBackwardConnection { get; init; }
}
