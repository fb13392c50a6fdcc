using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Tests.Given;

/// <summary>Small definitions as Studio would save them.</summary>
internal static class Flow
{
    /// <summary>One activity between a start and one WriteLine for each of its outcomes.</summary>
    public static WorkflowDefinition Of(string type, object? inputs, params string[] outcomes)
    {
        var activity = Activity("it", type, inputs);
        var names = outcomes.Length > 0 ? outcomes : ["Done", "Overdue", "Returned"];
        return Chart(
            [Activity("start", "Elsa.Start"), activity, .. names.Select(name => Activity($"says-{name}", "Elsa.WriteLine", new { text = name }))],
            [("start", "Done", "it"), .. names.Select(name => ("it", name, $"says-{name}"))]);
    }

    public static WorkflowDefinition Chart(IEnumerable<JsonObject> activities, IEnumerable<(string From, string Port, string To)> connections, string id = "flow")
    {
        var json = new JsonObject
        {
            ["id"] = $"{id}-1", ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["isLatest"] = true, ["isPublished"] = true,
            ["inputs"] = new JsonArray(Input("cycleYear", "Int32"), Input("unitId", "String"), Input("unitName", "String")),
            ["variables"] = new JsonArray(Variable("v1"), Variable("v2")),
            ["root"] = Flowchart("chart", activities, connections),
        };
        return DefinitionJson.Read(json.ToJsonString());
    }

    public static JsonObject Flowchart(string id, IEnumerable<JsonObject> activities, IEnumerable<(string From, string Port, string To)> connections) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. connections.Select(c => (JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = c.From, ["port"] = c.Port }, ["target"] = new JsonObject { ["activity"] = c.To, ["port"] = "In" },
        })]),
    };

    public static JsonObject Activity(string id, string type, object? inputs = null)
    {
        var json = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs is null ? [] : JsonSerializer.SerializeToNode(inputs)!.AsObject())
        {
            var expression = value is JsonObject given && given.ContainsKey("type")
                ? given.DeepClone()
                : new JsonObject { ["type"] = value is JsonArray or JsonObject ? "Object" : "Literal", ["value"] = value?.DeepClone() };
            json[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = expression };
        }

        return json;
    }

    /// <summary>Binds an output to a variable.</summary>
    public static JsonObject To(this JsonObject activity, string output, string variable)
    {
        activity[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
        return activity;
    }

    private static JsonObject Variable(string name) =>
        new() { ["id"] = name, ["name"] = name, ["typeName"] = "Object", ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" };

    private static JsonObject Input(string name, string type) =>
        new() { ["name"] = name, ["type"] = type, ["storageDriverType"] = "WorkflowInstanceStorageDriver" };
}
