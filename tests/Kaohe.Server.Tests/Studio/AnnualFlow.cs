using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Tests.Studio;

/// <summary>The product's annual flow, as it is and changed.</summary>
internal static class AnnualFlow
{
    /// <summary>The definition as a file of workflows/ says it, after a change.</summary>
    public static WorkflowDefinition Read(Action<JsonObject>? change = null, string file = "annual-assessment.json")
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", file)))!.AsObject();
        change?.Invoke(document);
        return DefinitionJson.Read(document.ToJsonString());
    }

    /// <summary>The outermost activity with a caption.</summary>
    public static JsonObject Activity(JsonObject document, string caption) =>
        document["root"]!["activities"]!.AsArray().Select(activity => activity!.AsObject()).First(activity => (string?)activity["metadata"]?["displayText"] == caption);
}
