using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Operations.Flows;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Definitions that use another one as an activity.</summary>
/// <param name="queries">Reads definitions.</param>
/// <param name="store">Stores definitions.</param>
/// <param name="checks">Checks before publication.</param>
internal sealed class DefinitionReferences(DefinitionQueries queries, DefinitionStore store, FlowChecks checks)
{
    /// <summary>The newest versions that use a definition.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> ConsumersAsync(string definitionId, CancellationToken cancellationToken) =>
        [.. (await queries.MentioningAsync(definitionId, cancellationToken)).Where(definition => Uses(ActivityTree.Editable(definition.Root), definitionId))];

    /// <summary>Makes whoever uses a definition use its published version. A published user becomes a new published version, a draft stays one.</summary>
    /// <returns>Ids of the definitions that changed.</returns>
    public async Task<IReadOnlyList<string>> UpdateAsync(string definitionId, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(definitionId, VersionSelection.Published, cancellationToken) is not { } published)
        {
            return [];
        }

        List<string> changed = [];
        foreach (var consumer in await ConsumersAsync(definitionId, cancellationToken))
        {
            var root = ActivityTree.Editable(consumer.Root);
            var before = root.ToJsonString();
            ActivityTree.Map(root, "", (activity, _) => Point(activity, published));
            if (root.ToJsonString() == before)
            {
                continue;
            }

            var updated = consumer with { Root = JsonSerializer.SerializeToElement(root, ElsaJson.Options) };
            if (consumer.IsPublished)
            {
                await store.SaveAndPublishAsync(updated, origin: null, checks.BeforePublicationAsync, cancellationToken);
            }
            else
            {
                await store.SaveDraftAsync(updated, origin: null, cancellationToken);
            }

            changed.Add(consumer.DefinitionId);
        }

        return changed;
    }

    private static JsonObject Point(JsonObject activity, WorkflowDefinition published)
    {
        if (activity.Text("workflowDefinitionId") == published.DefinitionId)
        {
            activity["workflowDefinitionVersionId"] = published.Id;
            activity["version"] = published.Version;
        }

        return activity;
    }

    private static bool Uses(JsonObject activity, string definitionId) =>
        activity.Text("workflowDefinitionId") == definitionId || ActivityTree.Held(activity).Any(held => Uses(held, definitionId));
}
