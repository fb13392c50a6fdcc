using System.Text.Json.Nodes;

namespace Kaohe.Server.Tests.Elsa;

/// <summary>Answers that the real Studio 3.8.2 accepted, and what it sent.</summary>
public static class Captured
{
    // What is inside depends on the activity.
    private static readonly HashSet<string> _free = ["payload", "input", "output", "outputs", "activityState", "properties", "metadata"];

    public static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Elsa", "Captured", name + ".json")))!;

    /// <summary>Members that a captured answer has and ours has not, or has as another kind of value; of lists the first item counts.</summary>
    public static IEnumerable<string> Missing(JsonNode? captured, JsonNode? ours, string path = "$")
    {
        switch (captured, ours)
        {
            case (JsonObject expected, JsonObject actual):
                foreach (var (name, value) in expected)
                {
                    if (!actual.ContainsKey(name))
                    {
                        yield return $"{path}.{name}";
                        continue;
                    }

                    foreach (var missing in _free.Contains(name) ? [] : Missing(value, actual[name], $"{path}.{name}"))
                    {
                        yield return missing;
                    }
                }

                break;
            case (JsonArray { Count: > 0 } expected, JsonArray { Count: > 0 } actual):
                foreach (var missing in Missing(expected[0], actual[0], path + "[0]"))
                {
                    yield return missing;
                }

                break;
            case (null, _) or (_, null):
                break;
            default:
                if (captured.GetValueKind() is var kind && ours.GetValueKind() != kind && !(IsFlag(captured) && IsFlag(ours)))
                {
                    yield return $"{path} is {ours.GetValueKind()} instead of {kind}";
                }

                break;
        }
    }

    private static bool IsFlag(JsonNode node) => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False;
}
