using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kaohe.Workflows.Values;

/// <summary>
/// The values that flow through variables, inputs and outputs: null, bool, string, integer, double, decimal, DateTimeOffset, TimeSpan, Guid,
/// <see cref="Dictionary{TKey,TValue}"/> of string and <see cref="List{T}"/> of values. Anything else is brought into this shape when it enters.
/// </summary>
public static class PlainValue
{
    /// <summary>Turns JSON into a plain value. Numbers become int, long, decimal or double, whichever holds them exactly first.</summary>
    public static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.Array => element.EnumerateArray().Select(FromJson).ToList(),
        _ => element.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => FromJson(p.Value)),
    };

    /// <summary>Parses JSON text into a plain value.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static object? Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FromJson(document.RootElement);
    }

    /// <summary>Brings any object into a plain value; objects of other types go through their JSON form.</summary>
    public static object? From(object? value) => value switch
    {
        null or bool or string or int or long or double or decimal or DateTimeOffset or TimeSpan or Guid => value,
        JsonElement element => FromJson(element),
        JsonNode node => Parse(node.ToJsonString()),
        Dictionary<string, object?> map => map,
        List<object?> list => list,
        DateTime time => new DateTimeOffset(time),
        short or byte or sbyte or ushort => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        uint number => (long)number,
        float number => (double)number,
        Enum item => item.ToString(),
        IEnumerable<KeyValuePair<string, object?>> map => map.ToDictionary(p => p.Key, p => From(p.Value)),
        IEnumerable<object?> items => items.Select(From).ToList(),
        System.Collections.IEnumerable items => items.Cast<object?>().Select(From).ToList(),
        _ => FromJson(JsonSerializer.SerializeToElement(value, value.GetType(), PlainValueJson.Options)),
    };

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        if (element.TryGetInt64(out var large))
        {
            return large;
        }

        return element.TryGetDecimal(out var exact) ? exact : element.GetDouble();
    }
}
