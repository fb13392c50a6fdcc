using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Descriptors;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>A version in a list, as Studio reads it.</summary>
internal sealed record DefinitionSummaryModel(
    string Id, string DefinitionId, string Name, string? Description, int Version, bool IsLatest, bool IsPublished, string? ProviderName, string MaterializerName,
    DateTimeOffset CreatedAt, bool IsReadonly, bool IsMaterializerAvailable, IReadOnlyList<ElsaLink> Links);

/// <summary>Shows definitions as Studio reads them.</summary>
/// <param name="descriptors">What Studio can draw.</param>
/// <param name="catalog">Node paths of drawings with sub-flows.</param>
internal sealed class DefinitionViews(DescriptorCatalog descriptors, DefinitionCatalog catalog)
{
    private const string ToolVersion = "3.8.2.0";
    private static readonly string[] _lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>What somebody may do with a definition.</summary>
    public static IReadOnlyList<ElsaLink> Links(string definitionId, ClaimsPrincipal user) => DesignerAccess.May(user, DesignerAct.Edit)
        ?
        [
            new($"/workflow-definitions/{definitionId}/publish", "publish", "POST"),
            new($"/workflow-definitions/{definitionId}/retract", "retract", "POST"),
            new($"/workflow-definitions/{definitionId}", "delete", "DELETE"),
        ]
        : [];

    /// <summary>What somebody may do with a list of definitions.</summary>
    public static IReadOnlyList<ElsaLink> ListLinks(ClaimsPrincipal user) => DesignerAccess.May(user, DesignerAct.Edit)
        ?
        [
            new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
            new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
            new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete", "POST"),
        ]
        : [];

    /// <summary>A version in a list.</summary>
    public static DefinitionSummaryModel Summary(DefinitionSummary row, ClaimsPrincipal user) => new(
        row.Id, row.DefinitionId, row.Name ?? row.DefinitionId, row.Description, row.Version, row.IsLatest, row.IsPublished, ProviderName: null, "Json", row.CreatedAt,
        row.IsReadonly, IsMaterializerAvailable: true, Links(row.DefinitionId, user));

    /// <summary>The full model.</summary>
    public async Task<JsonObject> FullAsync(WorkflowDefinition definition, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var model = await FileAsync(definition, cancellationToken);
        model["tenantId"] = "";
        model["providerName"] = null;
        model["materializerName"] = "Json";
        model["materializerContext"] = null;
        model["links"] = JsonSerializer.SerializeToNode(Links(definition.DefinitionId, user), ElsaJson.Options);
        return model;
    }

    /// <summary>The bare model, as files hold it.</summary>
    public async Task<JsonObject> FileAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var snapshot = await descriptors.ReadAsync(cancellationToken);
        var text = DefinitionJson.Write(definition);
        var model = ActivityTree.Editable(text);
        model.Remove("links");
        model["name"] ??= definition.DefinitionId;
        model["toolVersion"] = Version.TryParse(definition.ToolVersion, out var tool) ? tool.ToString() : ToolVersion;
        foreach (var list in _lists.Where(list => model[list] is not JsonArray))
        {
            model[list] = new JsonArray();
        }

        model["customProperties"] ??= new JsonObject();
        model["options"] ??= new JsonObject();
        ActivityTree.MapRoot(model, WorkflowId(definition, text), (activity, holder) => Shown(activity, holder, snapshot));
        return model;
    }

    private static JsonObject Shown(JsonObject activity, string holder, DescriptorSnapshot snapshot)
    {
        var shown = activity;
        if (snapshot.Find(activity) is { } type)
        {
            // A version that is not registered runs as the newest; Studio must be told the one it knows.
            shown["type"] = type.TypeName;
            shown["version"] = type.Version;
        }
        else
        {
            shown = UnknownActivity.Show(activity);
        }

        shown["nodeId"] = ActivityTree.PathOf(holder, shown);
        shown["metadata"] ??= new JsonObject();
        shown["customProperties"] ??= new JsonObject();
        if (shown.Text("type") == "Elsa.Flowchart")
        {
            shown["activities"] ??= new JsonArray();
            shown["connections"] ??= new JsonArray();
            shown["variables"] ??= new JsonArray();
        }

        return shown;
    }

    // Elsa numbers embedded workflows first; only a drawing with sub-flows has another number than 1.
    private string WorkflowId(WorkflowDefinition definition, string text) =>
        text.Contains("\"workflowDefinition", StringComparison.OrdinalIgnoreCase) && catalog.FindVersion(definition.Id) is { } workflow ? workflow.Root.Id : "Workflow1";
}
