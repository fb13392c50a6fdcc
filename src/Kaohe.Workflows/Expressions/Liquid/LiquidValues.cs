using DotLiquid;

namespace Kaohe.Workflows.Expressions.Liquid;

/// <summary>Plain values as Liquid wants them.</summary>
internal static class LiquidValues
{
    public static Hash Of(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var hash = new Hash();
        foreach (var (name, value) in members)
        {
            hash[name] = Of(value);
        }

        return hash;
    }

    private static object? Of(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => Of(map.AsEnumerable()),
        IReadOnlyList<object?> items => items.Select(Of).ToList(),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
        Guid or TimeSpan => value.ToString(),
        _ => value,
    };
}
