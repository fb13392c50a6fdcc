using System.Collections;
using System.Text.Json;

namespace Kaohe.Documents.Merge;

/// <summary>
/// The values of a merge by field name: text, numbers, dates, truth values, pictures (<c>byte[]</c> PNG or JPEG), lists of rows
/// (each row again a dictionary) and nested objects, read as <c>{{单位.名称}}</c>.
/// </summary>
public sealed class MergeData
{
    private readonly Dictionary<string, object?> _values;

    private MergeData(Dictionary<string, object?> values) => _values = values;

    /// <summary>Reads a dictionary whose values may be JSON elements, dictionaries and lists.</summary>
    public static MergeData From(IReadOnlyDictionary<string, object?> values) =>
        new(values.ToDictionary(pair => pair.Key, pair => Normalize(pair.Value), StringComparer.Ordinal));

    /// <summary>Reads a JSON object; numbers become <c>decimal</c>, arrays of objects become rows.</summary>
    /// <exception cref="DocumentRefusedException">The text is no JSON object.</exception>
    public static MergeData FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new((Dictionary<string, object?>)FromElement(document.RootElement)!);
            }
        }
        catch (JsonException fault)
        {
            throw new DocumentRefusedException("bad-data", $"数据不是正确的 JSON：第 {fault.LineNumber + 1} 行附近有误。", fault);
        }

        throw new DocumentRefusedException("bad-data", "数据必须是一个 JSON 对象，例如 {\"年度\": 2026}。");
    }

    /// <summary>The value of a field; dots lead into nested objects. False when the data does not know the field.</summary>
    public bool TryGet(string name, out object? value)
    {
        if (_values.TryGetValue(name, out value))
        {
            return true;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && _values.TryGetValue(name[..dot], out var inner) && inner is Dictionary<string, object?> nested
            && new MergeData(nested).TryGet(name[(dot + 1)..], out value);
    }

    /// <summary>The rows of a list field.</summary>
    internal bool TryGetRows(string name, out IReadOnlyList<Dictionary<string, object?>> rows)
    {
        rows = TryGet(name, out var value) && value is List<object?> list ? [.. list.OfType<Dictionary<string, object?>>()] : [];
        return value is List<object?>;
    }

    /// <summary>
    /// This data with one row's values under <c>list.column</c>. <c>序号</c> (counts from 1), <c>首行</c>, <c>末行</c> and <c>唯一</c>
    /// (first, last, only row) are there unless the row has its own.
    /// </summary>
    internal MergeData ForRow(string list, Dictionary<string, object?> row, int index, int count)
    {
        var scope = new Dictionary<string, object?>(_values, StringComparer.Ordinal)
        {
            [list + ".序号"] = (decimal)(index + 1),
            [list + ".首行"] = index == 0,
            [list + ".末行"] = index == count - 1,
            [list + ".唯一"] = count == 1,
        };
        foreach (var (column, value) in row)
        {
            scope[list + "." + column] = value;
        }

        return new MergeData(scope);
    }

    private static object? Normalize(object? value) => value switch
    {
        null or string or byte[] => value,
        JsonElement element => FromElement(element),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Normalize(p.Value), StringComparer.Ordinal),
        IDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Normalize(p.Value), StringComparer.Ordinal),
        IEnumerable items => items.Cast<object?>().Select(Normalize).ToList(),
        _ => value,
    };

    private static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => FromElement(p.Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(FromElement).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : element.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
