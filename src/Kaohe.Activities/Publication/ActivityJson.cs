using System.Text.Json;

namespace Kaohe.Activities.Publication;

/// <summary>An activity as it stands in the document, with the path by which a person finds it.</summary>
/// <param name="Path">JSON path.</param>
/// <param name="Id">Id.</param>
/// <param name="Type">Type name.</param>
/// <param name="Label">Display text, or name.</param>
/// <param name="Json">The activity.</param>
internal sealed record ActivityJson(string Path, string Id, string Type, string Label, JsonElement Json)
{
    /// <summary>All activities below an element, also in ports and lists of containers.</summary>
    public static IEnumerable<ActivityJson> Below(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "type") is { } type && Text(element, "id") is { } id && !element.TryGetProperty("value", out _))
            {
                yield return new ActivityJson(path, id, type, LabelOf(element) ?? Text(element, "name") ?? id, element);
            }

            foreach (var property in element.EnumerateObject().Where(property => property.Name is not ("metadata" or "customProperties" or "expression")))
            {
                foreach (var found in Below(property.Value, $"{path}.{property.Name}"))
                {
                    yield return found;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
            {
                foreach (var found in Below(item, $"{path}[{index}]"))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>Whether an input is given at all.</summary>
    public bool Has(string input) => Json.TryGetProperty(input, out var value) && value.ValueKind != JsonValueKind.Null && (Literal(input) is null or { Length: > 0 });

    /// <summary>The value of an input that is written out; null when it is not given, or an expression computes it.</summary>
    public string? Literal(string input)
    {
        if (!Json.TryGetProperty(input, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        return value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object && Text(expression, "type") is "Literal"
            && expression.TryGetProperty("value", out var literal) && literal.ValueKind == JsonValueKind.String ? literal.GetString() : null;
    }

    private static string? LabelOf(JsonElement element) =>
        element.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? Text(metadata, "displayText") : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
