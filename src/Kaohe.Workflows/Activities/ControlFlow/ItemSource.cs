using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Turns an input into the list that loops go through.</summary>
internal static class ItemSource
{
    public static IReadOnlyList<object?> From(object? value) => PlainValue.From(value) switch
    {
        null => [],
        List<object?> items => items,
        string text when text.TrimStart().StartsWith('[') => PlainValue.Parse(text) as List<object?> ?? [],
        string { Length: 0 } => [],
        var single => [single],
    };
}
