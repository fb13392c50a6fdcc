using Kaohe.Workflows.Definitions;

namespace Kaohe.Storage.Definitions;

/// <summary>Checks a definition before it is published; any problem that is an error keeps it from being published.</summary>
public delegate Task<IReadOnlyList<DefinitionProblem>> DefinitionCheck(Kaohe.Workflows.Compilation.CompiledWorkflow workflow, CancellationToken cancellationToken);

/// <summary>The answer to a request to publish.</summary>
/// <param name="Definition">The version that is published now; null when there is no such definition or it has errors.</param>
/// <param name="AlreadyPublished">Whether it was published before.</param>
/// <param name="Problems">Errors, which kept it from being published, and warnings, which did not.</param>
public sealed record PublishResult(WorkflowDefinition? Definition, bool AlreadyPublished, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>Whether errors kept it from being published.</summary>
    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>The answer to a request to delete.</summary>
/// <param name="Deleted">Version rows that were deleted.</param>
/// <param name="InstancesInTheWay">Instances that run or ran these versions; as long as there are any, nothing is deleted.</param>
public sealed record DeleteResult(int Deleted, int InstancesInTheWay);
