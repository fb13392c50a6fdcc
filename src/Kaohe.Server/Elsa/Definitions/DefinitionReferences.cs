using System.Text.Json.Nodes;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Which definitions use another one as an activity.</summary>
/// <param name="queries">Reads definitions.</param>
internal sealed class DefinitionReferences(DefinitionQueries queries)
{
    /// <summary>The newest versions that use a definition.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> ConsumersAsync(string definitionId, CancellationToken cancellationToken) =>
        [.. (await queries.MentioningAsync(definitionId, cancellationToken)).Where(definition => Uses(ActivityTree.Editable(definition.Root), definitionId))];

    private static bool Uses(JsonObject activity, string definitionId) =>
        activity.Text("workflowDefinitionId") == definitionId || ActivityTree.Held(activity).Any(held => Uses(held, definitionId));
}
