using Kaohe.Storage.Instances;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Operations.Instances;

/// <summary>An instance in the operator's list.</summary>
/// <param name="Summary">Its columns.</param>
/// <param name="DefinitionName">Name of its version; null when unnamed.</param>
public sealed record ListedInstance(InstanceSummary Summary, string? DefinitionName)
{
    /// <summary>What it is called: its own name, else its definition's.</summary>
    public string Title => Summary.Name ?? DefinitionName ?? Summary.DefinitionId;
}

/// <summary>One instance with everything that an operator looks at.</summary>
/// <param name="Listed">As in the list.</param>
/// <param name="State">Its state.</param>
/// <param name="Workflow">The version that it runs; null when that version is missing or cannot be compiled.</param>
/// <param name="Bookmarks">What it waits for.</param>
/// <param name="ChildIds">Instances that it started.</param>
public sealed record InstanceView(
    ListedInstance Listed, WorkflowState State, CompiledWorkflow? Workflow, IReadOnlyList<BookmarkRow> Bookmarks, IReadOnlyList<string> ChildIds)
{
    /// <summary>Its columns.</summary>
    public InstanceSummary Summary => Listed.Summary;
}

/// <summary>A variable of an instance with its value.</summary>
/// <param name="Scope">Chinese name of the container that declares it.</param>
/// <param name="Name">Name.</param>
/// <param name="Value">Value as JSON.</param>
public sealed record InstanceVariable(string Scope, string Name, string Value);
