using Kaohe.Workflows.Compilation;

namespace Kaohe.Workflows.Execution;

/// <summary>Finds other definitions while a burst runs (ExecuteWorkflow). A snapshot: it does no I/O that can change a burst's result.</summary>
public interface IWorkflowCatalog
{
    /// <summary>The published version of a definition; null when there is none.</summary>
    CompiledWorkflow? FindPublished(string definitionId);

    /// <summary>One version by its row id; null when it does not exist.</summary>
    CompiledWorkflow? FindVersion(string versionId);
}
