using System.Text.Json.Nodes;

namespace Kaohe.Server.Tests.Given;

/// <summary>Small definitions.</summary>
public static class Flows
{
    /// <summary>Waits for an event, then writes a line.</summary>
    public static string Waiting(string id, string eventName = "继续", string activityId = "wait") => Sequence(
        id,
        Activity(activityId, "Elsa.Event", "eventName", eventName),
        Activity("line", "Elsa.WriteLine", "text", "完"));

    /// <summary>Runs a script that fails at once.</summary>
    public static string Failing(string id) => Sequence(id, Activity("script", "Elsa.RunJavaScript", "script", "throw new Error('数据还没有准备好')"));

    /// <summary>Has two activities with one id.</summary>
    public static string Broken(string id) => Sequence(id, Activity("same", "Elsa.WriteLine", "text", "一"), Activity("same", "Elsa.WriteLine", "text", "二"));

    private static string Sequence(string id, params JsonNode[] activities) => new JsonObject
    {
        ["definitionId"] = id,
        ["name"] = $"流程{id}",
        ["root"] = new JsonObject { ["id"] = "root", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray(activities) },
    }.ToJsonString();

    private static JsonObject Activity(string id, string type, string input, string value) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["version"] = 1,
        [input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } },
    };
}
