namespace Kaohe.Workflows.Values;

/// <summary>Elsa's short names of types, and the types behind them.</summary>
public static class TypeAliases
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = typeof(object), ["String"] = typeof(string), ["Boolean"] = typeof(bool), ["Bool"] = typeof(bool),
        ["Int16"] = typeof(int), ["Int32"] = typeof(int), ["Int64"] = typeof(long), ["Single"] = typeof(double), ["Double"] = typeof(double), ["Decimal"] = typeof(decimal),
        ["DateTime"] = typeof(DateTimeOffset), ["DateTimeOffset"] = typeof(DateTimeOffset), ["DateOnly"] = typeof(DateOnly), ["TimeSpan"] = typeof(TimeSpan), ["Guid"] = typeof(Guid),
        ["ObjectDictionary"] = typeof(Dictionary<string, object?>), ["StringDictionary"] = typeof(Dictionary<string, string>), ["JsonElement"] = typeof(object),
        ["JsonNode"] = typeof(object), ["JsonObject"] = typeof(object), ["ExpandoObject"] = typeof(object), ["Dynamic"] = typeof(object),
    };

    /// <summary>The type behind an alias; old assembly-qualified names are reduced to their last part; unknown names mean any value.</summary>
    public static Type Find(string? alias)
    {
        if (string.IsNullOrWhiteSpace(alias))
        {
            return typeof(object);
        }

        var name = alias.Split(',')[0].Trim();
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return typeof(List<object?>);
        }

        return ByName.TryGetValue(name, out var type) || ByName.TryGetValue(name[(name.LastIndexOf('.') + 1)..], out type) ? type : typeof(object);
    }

    /// <summary>Whether an alias is known.</summary>
    public static bool IsKnown(string alias) => ByName.ContainsKey(alias) || ByName.ContainsKey(alias[(alias.LastIndexOf('.') + 1)..]);

    /// <summary>The alias of a type, for descriptors.</summary>
    public static string Name(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner == typeof(Dictionary<string, object?>) || inner == typeof(IReadOnlyDictionary<string, object?>) ? "ObjectDictionary"
            : inner == typeof(List<object?>) || inner == typeof(IReadOnlyList<object?>) ? "Object[]"
            : inner == typeof(List<string>) || inner == typeof(IReadOnlyList<string>) ? "String[]"
            : inner.IsEnum ? "String"
            : inner.Name;
    }
}
