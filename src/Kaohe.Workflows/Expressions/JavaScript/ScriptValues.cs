using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>Plain values to JavaScript and back. Scripts get copies: what they change in them changes nothing outside.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;

    public static JsValue ToScript(Engine engine, object? value) => value switch
    {
        null => JsValue.Null,
        string text => new JsString(text),
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        int number => JsNumber.Create(number),
        long number => JsNumber.Create(number),
        double number => JsNumber.Create(number),
        decimal number => JsNumber.Create((double)number),
        DateTimeOffset time => new JsDate(engine, time.UtcDateTime),
        IReadOnlyDictionary<string, object?> map => Object(engine, map),
        IReadOnlyList<object?> items => new JsArray(engine, [.. items.Select(i => ToScript(engine, i))]),
        TimeSpan or Guid => new JsString(value.ToString()!),
        _ => ToScript(engine, Values.PlainValue.From(value)),
    };

    public static object? ToPlain(JsValue value, int depth = 0)
    {
        if (value.IsNull() || value.IsUndefined() || value.IsSymbol())
        {
            return null;
        }

        if (value.IsBoolean())
        {
            return value.AsBoolean();
        }

        if (value.IsString())
        {
            return value.AsString();
        }

        if (value.IsNumber())
        {
            return Number(value.AsNumber());
        }

        if (value.IsBigInt())
        {
            return decimal.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var large) ? large : value.ToString();
        }

        if (depth > MaxDepth)
        {
            throw new WorkflowException($"JavaScript 的结果嵌套超过 {MaxDepth} 层，或引用了它自己。");
        }

        return value.IsDate() ? new DateTimeOffset(value.AsDate().ToDateTime().ToUniversalTime(), TimeSpan.Zero)
            : value.IsArray() ? value.AsArray().Select(item => ToPlain(item, depth + 1)).ToList()
            : value is ObjectInstance item ? Plain(item, depth)
            : value.ToObject();
    }

    private static object? Plain(ObjectInstance item, int depth)
    {
        if (item is Jint.Native.Function.Function)
        {
            return null;
        }

        var result = new Dictionary<string, object?>();
        foreach (var (key, descriptor) in item.GetOwnProperties())
        {
            if (descriptor.Enumerable && !key.IsSymbol())
            {
                result[key.ToString()] = ToPlain(item.Get(key), depth + 1);
            }
        }

        return result;
    }

    private static JsObject Object(Engine engine, IReadOnlyDictionary<string, object?> map)
    {
        var result = new JsObject(engine);
        foreach (var (name, item) in map)
        {
            result.Set(name, ToScript(engine, item));
        }

        return result;
    }

    private static object Number(double number)
    {
        if (number is >= int.MinValue and <= int.MaxValue && number == Math.Truncate(number))
        {
            return (int)number;
        }

        return Math.Abs(number) < 9_007_199_254_740_992 && number == Math.Truncate(number) ? (long)number : number;
    }
}
