using Kaohe.Storage.Instances;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Operations.Instances;

/// <summary>One instance with everything an operator looks at.</summary>
/// <param name="Summary">Its columns.</param>
/// <param name="State">Its state.</param>
/// <param name="Workflow">The version it runs; null when that version is missing or cannot be compiled.</param>
/// <param name="Bookmarks">What it waits for.</param>
/// <param name="ParentInstanceId">The instance that started it; null for a root.</param>
/// <param name="ChildIds">Instances that it started.</param>
public sealed record InstanceDetail(
    InstanceSummary Summary, WorkflowState State, CompiledWorkflow? Workflow, IReadOnlyList<BookmarkRow> Bookmarks, string? ParentInstanceId, IReadOnlyList<string> ChildIds);

/// <summary>A variable of an instance with its value.</summary>
/// <param name="Scope">Chinese name of the container that declares it.</param>
/// <param name="Name">Name.</param>
/// <param name="Value">Value as JSON.</param>
public sealed record InstanceVariable(string Scope, string Name, string Value);
