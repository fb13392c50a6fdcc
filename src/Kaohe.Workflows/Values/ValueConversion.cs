using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Kaohe.Workflows.Values;

/// <summary>Brings plain values to the .NET type that an input or a variable declares.</summary>
public static class ValueConversion
{
    /// <summary>Converts a value.</summary>
    /// <returns>The converted value; null for null, also where the type has no null (the caller's default then applies).</returns>
    /// <exception cref="FormatException">The value cannot be read as that type.</exception>
    public static object? To(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return type.IsValueType && target == type ? Activator.CreateInstance(type) : null;
        }

        if (target == typeof(object) || target.IsInstanceOfType(value))
        {
            return value;
        }

        return target == typeof(string) ? Text(value)
            : target == typeof(bool) ? Bool(value)
            : target.IsEnum ? EnumValue(value, target)
            : Scalar(value, target) ?? Structured(value, target);
    }

    /// <summary>Text form of a value, as a designer expects to see it.</summary>
    public static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable item => item.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => PlainValueJson.Write(items),
        _ => value.ToString() ?? "",
    };

    private static bool Bool(object value) => value switch
    {
        string text when bool.TryParse(text.Trim(), out var flag) => flag,
        string text when string.IsNullOrWhiteSpace(text) => false,
        int or long or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0,
        _ => throw Cannot(value, "是或否"),
    };

    private static object EnumValue(object value, Type target) =>
        Enum.TryParse(target, Text(value), ignoreCase: true, out var item) ? item : throw Cannot(value, $"{string.Join('、', Enum.GetNames(target))} 之一");

    private static object? Scalar(object value, Type target)
    {
        var culture = CultureInfo.InvariantCulture;
        try
        {
            return Type.GetTypeCode(target) switch
            {
                TypeCode.Int32 => value is string text ? (object)int.Parse(text.Trim(), NumberStyles.Integer | NumberStyles.AllowThousands, culture) : Convert.ToInt32(value, culture),
                TypeCode.Int64 => value is string text ? long.Parse(text.Trim(), NumberStyles.Integer | NumberStyles.AllowThousands, culture) : Convert.ToInt64(value, culture),
                TypeCode.Double or TypeCode.Single => Convert.ChangeType(Convert.ToDouble(value, culture), target, culture),
                TypeCode.Decimal => value is string text ? decimal.Parse(text.Trim(), NumberStyles.Number, culture) : Convert.ToDecimal(value, culture),
                TypeCode.DateTime => DateTime.Parse(Text(value), culture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeLocal),
                TypeCode.Int16 or TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 or TypeCode.SByte or TypeCode.Char => Convert.ChangeType(value, target, culture),
                _ when target == typeof(DateTimeOffset) => DateTimeOffset.Parse(Text(value), culture, DateTimeStyles.AssumeLocal),
                _ when target == typeof(DateOnly) => DateOnly.Parse(Text(value), culture),
                _ when target == typeof(TimeSpan) => value is int or long or double ? TimeSpan.FromSeconds(Convert.ToDouble(value, culture)) : TimeSpan.Parse(Text(value), culture),
                _ when target == typeof(Guid) => Guid.Parse(Text(value)),
                _ => null,
            };
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or InvalidCastException)
        {
            throw Cannot(value, target.Name);
        }
    }

    private static object? Structured(object value, Type target)
    {
        // Text in an input of a structured type is JSON, as the Object expressions of the designer write it.
        var json = value is string text ? text : PlainValueJson.Write(value);
        try
        {
            if (target == typeof(Dictionary<string, object?>) || target == typeof(IReadOnlyDictionary<string, object?>) || target == typeof(IDictionary<string, object?>))
            {
                return string.IsNullOrWhiteSpace(json) ? new Dictionary<string, object?>() : PlainValue.Parse(json) as Dictionary<string, object?> ?? throw Cannot(value, "对象");
            }

            if (value is string single && target.IsAssignableFrom(typeof(List<string>)) && !single.TrimStart().StartsWith('['))
            {
                return new List<string> { single };
            }

            return JsonSerializer.Deserialize(json, target, PlainValueJson.Options);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw Cannot(value, target.Name);
        }
    }

    private static FormatException Cannot(object value, string what)
    {
        var text = Text(value);
        return new FormatException($"“{(text.Length > 60 ? text[..60] + "…" : text)}”不能当作 {what}");
    }
}
