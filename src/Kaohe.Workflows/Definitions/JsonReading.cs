using System.Text.Json;

namespace Kaohe.Workflows.Definitions;

/// <summary>Reads Elsa's JSON whatever its casing: Studio saves camelCase, its code view and old exports PascalCase.</summary>
internal static class JsonReading
{
    public static bool TryGet(this JsonElement element, string camelName, out JsonElement value)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            value = default;
            return false;
        }

        if (element.TryGetProperty(camelName, out value))
        {
            return true;
        }

        return element.TryGetProperty(string.Concat(char.ToUpperInvariant(camelName[0]).ToString(), camelName.AsSpan(1)), out value);
    }

    public static string? Text(this JsonElement element, string camelName) =>
        element.TryGet(camelName, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                _ => value.GetRawText(),
            }
            : null;

    public static bool Flag(this JsonElement element, string camelName) =>
        element.TryGet(camelName, out var value) && (value.ValueKind == JsonValueKind.True
            || (value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out var flag) && flag));

    public static int? Integer(this JsonElement element, string camelName) =>
        element.TryGet(camelName, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>Items of an array; also of <c>{"$values":[…]}</c> and of a single object, which old exports hold.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string camelName)
    {
        if (!element.TryGet(camelName, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object when value.TryGetProperty("$values", out var values) && values.ValueKind == JsonValueKind.Array => values.EnumerateArray(),
            JsonValueKind.Object => [value],
            _ => [],
        };
    }
}
