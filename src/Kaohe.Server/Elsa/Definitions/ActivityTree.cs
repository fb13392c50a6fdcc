using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Walks the activities of a drawing, whatever holds them: lists, branches, cases, ports.</summary>
internal static class ActivityTree
{
    private static readonly HashSet<string> _noActivities = new(StringComparer.OrdinalIgnoreCase) { "metadata", "customProperties", "connections", "variables", "memoryReference", "expression" };

    /// <summary>Changes an activity; gets the node path of its holder.</summary>
    public delegate JsonObject Change(JsonObject activity, string holder);

    /// <summary>Changes every activity, a holder before what it holds.</summary>
    /// <param name="activity">Where to begin.</param>
    /// <param name="holder">Node path of what holds it.</param>
    /// <param name="change">Returns the activity, or what takes its place.</param>
    /// <returns>What stands where the walk began.</returns>
    public static JsonObject Map(JsonObject activity, string holder, Change change)
    {
        var changed = change(activity, holder);
        var path = PathOf(holder, changed);
        foreach (var held in Held(changed).ToList())
        {
            var fresh = Map(held, path, change);
            if (!ReferenceEquals(held, fresh))
            {
                held.ReplaceWith(fresh);
            }
        }

        return changed;
    }

    /// <summary>Changes every activity of a model, beginning with its root; a model without root is left alone.</summary>
    public static void MapRoot(JsonObject model, string workflowId, Change change)
    {
        if (model["root"] is JsonObject root && Map(root, workflowId, change) is var changed && !ReferenceEquals(root, changed))
        {
            model["root"] = changed;
        }
    }

    /// <summary>The activities right below one.</summary>
    public static IEnumerable<JsonObject> Held(JsonObject activity) =>
        from member in activity
        where !_noActivities.Contains(member.Key)
        from held in member.Value switch
        {
            JsonObject single => [single],
            JsonArray items when member.Key.Equals("cases", StringComparison.OrdinalIgnoreCase) => items.OfType<JsonObject>().Select(item => item["activity"]).OfType<JsonObject>(),
            JsonArray items => items.OfType<JsonObject>(),
            _ => Enumerable.Empty<JsonObject>(),
        }
        where IsActivity(held)
        select held;

    /// <summary>Node path of an activity.</summary>
    public static string PathOf(string holder, JsonObject activity) => $"{holder}:{activity.Text("id")}";

    /// <summary>A text member; null when it is missing or no text.</summary>
    public static string? Text(this JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A copy that may be changed.</summary>
    public static JsonObject Editable(JsonElement element) => Editable(element.GetRawText());

    /// <summary>An object that may be changed.</summary>
    public static JsonObject Editable(string json) => (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionJson.MaxDepth })!;

    // An expression has a type too, but neither id nor version.
    private static bool IsActivity(JsonObject json) =>
        json.Text("type") is not null && (json.ContainsKey("id") || json.ContainsKey("version")) && !json.ContainsKey("expression");
}
