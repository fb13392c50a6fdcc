using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>An activity of a type that is not here, as Elsa shows it: a placeholder that keeps the original text. Nothing of it is lost when the drawing is saved.</summary>
internal static class UnknownActivity
{
    private static readonly string[] _ofTheDrawing = ["id", "nodeId", "name", "metadata", "customProperties"];

    /// <summary>The placeholder to show.</summary>
    public static JsonObject Show(JsonObject original)
    {
        var shown = new JsonObject
        {
            ["type"] = NotFoundActivity.PlaceholderType,
            ["version"] = 1,
            ["missingTypeName"] = original.Text("type"),
            ["missingTypeVersion"] = original["version"]?.DeepClone() ?? 1,
            ["originalActivityJson"] = original.ToJsonString(),
        };
        Copy(original, shown);
        return shown;
    }

    /// <summary>What a placeholder stands for, where the drawing has it now; the placeholder itself when it keeps no original.</summary>
    public static JsonObject Restore(JsonObject placeholder)
    {
        if (placeholder.Text("originalActivityJson") is not { } text)
        {
            return placeholder;
        }

        try
        {
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionJson.MaxDepth }) is not JsonObject original)
            {
                return placeholder;
            }

            Copy(placeholder, original);
            return original;
        }
        catch (JsonException)
        {
            return placeholder;
        }
    }

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (var name in _ofTheDrawing.Where(from.ContainsKey))
        {
            to[name] = from[name]?.DeepClone();
        }
    }
}
