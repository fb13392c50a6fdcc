using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Operations.Flows;

/// <summary>A hash over what a definition says, apart from who and which version it is: two files with the same hash run alike.</summary>
public static class FlowFingerprint
{
    private static readonly HashSet<string> _envelope = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "definitionId", "version", "isLatest", "isPublished", "isReadonly", "createdAt", "links", "toolVersion", "tenantId", "$schema",
    };

    /// <summary>Hexadecimal, 64 characters.</summary>
    /// <param name="definition">The definition.</param>
    public static string Of(WorkflowDefinition definition)
    {
        var document = JsonNode.Parse(DefinitionJson.Write(definition), documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionJson.MaxDepth })!.AsObject();
        foreach (var name in document.Select(member => member.Key).Where(_envelope.Contains).ToList())
        {
            document.Remove(name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sorted(document)!.ToJsonString(new JsonSerializerOptions { MaxDepth = DefinitionJson.MaxDepth }))));
    }

    // The order of members says nothing.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };
}
