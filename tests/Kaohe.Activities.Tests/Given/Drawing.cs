using System.Text.Json.Nodes;

namespace Kaohe.Activities.Tests.Given;

/// <summary>The shipped annual flow, changed as the office would redraw it.</summary>
internal static class Drawing
{
    public static JsonObject Annual() => JsonNode.Parse(Shipped.Text("annual-assessment"))!.AsObject();

    public static JsonArray Activities(JsonObject json) => json["root"]!["activities"]!.AsArray();

    public static JsonArray Connections(JsonObject json) => json["root"]!["connections"]!.AsArray();

    /// <summary>The one activity of a step.</summary>
    public static JsonObject Step(JsonObject json, string step) => Activities(json).Single(activity => (string)activity!["type"]! == $"Kaohe.{step}")!.AsObject();

    public static string Id(JsonObject json, string step) => (string)Step(json, step)["id"]!;

    public static void Connect(JsonObject json, string source, string port, string target) => Connections(json).Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    });

    /// <summary>Takes a step out with all its connections.</summary>
    public static void Remove(JsonObject json, string step)
    {
        var id = Id(json, step);
        Activities(json).Remove(Step(json, step));
        foreach (var connection in Connections(json).Where(each => (string)each!["source"]!["activity"]! == id || (string)each["target"]!["activity"]! == id).ToList())
        {
            Connections(json).Remove(connection);
        }
    }

    public static JsonObject Literal(string? value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
