using System.Security.Claims;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>An activity of a drawing with what it holds, as Studio walks it.</summary>
internal sealed record ActivityNodeModel(JsonObject Activity, string NodeId, string Port, IReadOnlyList<ActivityNodeModel> Parents, IReadOnlyList<ActivityNodeModel> Children);

/// <summary>A step on the way from the drawing's root to an activity.</summary>
internal sealed record PathSegmentModel(string ActivityNodeId, string ActivityId, string ActivityType, string PortName, string ActivityName);

/// <summary>Endpoints that show a part of a drawing, when Studio enters a container.</summary>
internal static class SubgraphApi
{
    public static void MapSubgraphs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{id}", NodeAsync).ForViewers();
        api.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync).ForViewers();
    }

    private static async Task<IResult> NodeAsync(string id, HttpRequest request, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await RootAsync(id, queries, views, user, cancellationToken) is not { } root)
        {
            return ElsaAnswers.Missing();
        }

        return ElsaJson.Ok(Node(Find(root, request.Text("parentNodeId"))?.Activity ?? root, "Root"));
    }

    private static async Task<IResult> SegmentsAsync(
        string id, HttpRequest request, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await RootAsync(id, queries, views, user, cancellationToken) is not { } root || Find(root, request.Text("childNodeId")) is not { } found)
        {
            return ElsaAnswers.Missing("这个版本里没有这个活动。");
        }

        var (activity, ancestors) = found;
        var container = ancestors.Count > 0 ? ancestors[^1] : root;
        var segments = ancestors.Where(ancestor => ancestor.Text("type") is not ("Elsa.Workflow" or "Elsa.Flowchart"))
            .Select(ancestor => new PathSegmentModel(ancestor.Text("nodeId")!, ancestor.Text("id")!, ancestor.Text("type")!, "Root", ancestor.Text("name") ?? ancestor.Text("type")!));
        return ElsaJson.Ok(new { ChildNode = Node(activity, "Root"), Container = Node(container, "Root"), PathSegments = segments });
    }

    private static async Task<JsonObject?> RootAsync(string id, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await queries.FindVersionAsync(id, cancellationToken) is { } definition ? (JsonObject)(await views.FullAsync(definition, user, cancellationToken))["root"]! : null;

    private static (JsonObject Activity, IReadOnlyList<JsonObject> Ancestors)? Find(JsonObject activity, string? nodeId, IReadOnlyList<JsonObject>? above = null)
    {
        IReadOnlyList<JsonObject> ancestors = above ?? [];
        return activity.Text("nodeId") == nodeId
            ? (activity, ancestors)
            : ActivityTree.Held(activity).Select(held => Find(held, nodeId, [.. ancestors, activity])).FirstOrDefault(found => found is not null);
    }

    // The drawing goes with the topmost node only: each node with all of it would be a tree of trees.
    private static ActivityNodeModel Node(JsonObject activity, string port) =>
        new((JsonObject)activity.DeepClone(), activity.Text("nodeId")!, port, [], [.. ActivityTree.Held(activity).Select(held => Leaf(held, activity))]);

    private static ActivityNodeModel Leaf(JsonObject activity, JsonObject holder)
    {
        var bare = new JsonObject();
        foreach (var name in new[] { "id", "nodeId", "name", "type", "version", "metadata", "customProperties" })
        {
            bare[name] = activity[name]?.DeepClone();
        }

        return new ActivityNodeModel(bare, activity.Text("nodeId")!, PortOf(activity, holder), [], [.. ActivityTree.Held(activity).Select(held => Leaf(held, activity))]);
    }

    private static string PortOf(JsonObject activity, JsonObject holder) =>
        holder.FirstOrDefault(member => ReferenceEquals(member.Value, activity)).Key is { } name ? char.ToUpperInvariant(name[0]) + name[1..] : "Activities";
}
