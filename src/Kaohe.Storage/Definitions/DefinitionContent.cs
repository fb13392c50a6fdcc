using System.Text.Json;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Storage.Definitions;

/// <summary>Tells whether two versions say the same, apart from who they are.</summary>
internal static class DefinitionContent
{
    private static readonly HashSet<string> Envelope = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "definitionId", "version", "isLatest", "isPublished", "isReadonly", "createdAt", "links", "toolVersion", "tenantId", "$schema",
    };

    public static bool Same(WorkflowDefinition left, WorkflowDefinition right)
    {
        using var one = JsonDocument.Parse(DefinitionJson.Write(left));
        using var two = JsonDocument.Parse(DefinitionJson.Write(right));
        var (a, b) = (Members(one), Members(two));
        return a.Count == b.Count && a.All(m => b.TryGetValue(m.Key, out var other) && JsonElement.DeepEquals(m.Value, other));
    }

    private static Dictionary<string, JsonElement> Members(JsonDocument document) =>
        document.RootElement.EnumerateObject().Where(p => !Envelope.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
}
