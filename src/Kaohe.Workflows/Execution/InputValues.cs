using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Execution;

/// <summary>Evaluated inputs by name, over the array that the execution holds anyway: a journal entry costs one small object.</summary>
internal sealed class InputValues(IReadOnlyList<Input> inputs, object?[] values) : IReadOnlyDictionary<string, object?>
{
    public int Count => inputs.Count;

    public IEnumerable<string> Keys => inputs.Select(i => i.Name);

    public IEnumerable<object?> Values => values.Select(PlainValue.From);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => inputs.Any(i => i.Name == key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (inputs[i].Name == key)
            {
                value = PlainValue.From(values[i]);
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        inputs.Select((input, i) => new KeyValuePair<string, object?>(input.Name, PlainValue.From(values[i]))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
