using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Operations.Flows;

/// <summary>Something that must hold before a definition is published, given by a feature: register it as a singleton.</summary>
public interface IPublicationCheck
{
    /// <summary>What is wrong; an error keeps the definition from being published, a warning does not.</summary>
    /// <param name="workflow">The compiled definition.</param>
    /// <param name="now">The time of the check.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<DefinitionProblem>> CheckAsync(CompiledWorkflow workflow, DateTimeOffset now, CancellationToken cancellationToken);
}
