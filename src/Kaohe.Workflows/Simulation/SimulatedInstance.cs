using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Simulation;

/// <summary>An instance of a simulation.</summary>
public sealed class SimulatedInstance
{
    private readonly List<JournalEntry> _journal = [];

    internal SimulatedInstance(CompiledWorkflow workflow, WorkflowState state)
    {
        Workflow = workflow;
        State = state;
    }

    /// <summary>Its definition.</summary>
    public CompiledWorkflow Workflow { get; }

    /// <summary>Its state after the latest burst.</summary>
    public WorkflowState State { get; internal set; }

    /// <summary>Its journal.</summary>
    public IReadOnlyList<JournalEntry> Journal => _journal;

    internal void Append(IReadOnlyList<JournalEntry> entries) => _journal.AddRange(entries);
}
