using System.Text.Json;
using Kaohe.Activities.Blocks;

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
    public bool Has(string input) => Json.TryGetProperty(input, out var value) && (value.ValueKind == JsonValueKind.Object
        ? value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object && expression.TryGetProperty("value", out var given) && !IsEmpty(given)
        : !IsEmpty(value));

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

    /// <summary>The texts of an input that is written out as a list, or as a text with separators; null when it is not given, or an expression computes it.</summary>
    public IReadOnlyList<string>? Texts(string input)
    {
        if (Literal(input) is { } text)
        {
            return text.TrimStart().StartsWith('[') ? TextsIn(text) : HandlingText.List(text, Label);
        }

        return Json.TryGetProperty(input, out var value) && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object && Text(expression, "type") is "Literal" or "Object"
            && expression.TryGetProperty("value", out var list)
            ? list.ValueKind == JsonValueKind.String ? TextsIn(list.GetString()!) : TextsIn(list)
            : null;
    }

    private static IReadOnlyList<string>? TextsIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return TextsIn(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string>? TextsIn(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!.Trim()).Where(item => item.Length > 0)]
        : null;

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static string? LabelOf(JsonElement element) =>
        element.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? Text(metadata, "displayText") : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
