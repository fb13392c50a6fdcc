using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>What Studio's editors need to know besides the hint. Enums inside are numbers: a name would crash Studio's page.</summary>
internal static class UiSpecifications
{
    private const int DefaultHeight = 0;

    /// <summary>The editor of an input; a yes-or-no is always a checkbox.</summary>
    public static string HintOf(InputDescriptor input) =>
        input.Attribute.UIHint == UIHints.SingleLine && input.TypeName == "Boolean" ? UIHints.Checkbox : input.Attribute.UIHint;

    /// <summary>The outcomes that an activity has whatever somebody adds: where outcomes can be added, Studio draws no others of the type's own.</summary>
    public static Dictionary<string, object?> Outcomes(IEnumerable<string> own) => new(StringComparer.Ordinal) { ["DynamicOutcomesOptions"] = new { FixedOutcomes = own.ToList() } };

    /// <summary>The specifications of an input; null when its editor needs none.</summary>
    public static Dictionary<string, object?>? Of(InputDescriptor input, IReadOnlyList<OptionItem> items)
    {
        var hint = HintOf(input);
        object? specification = hint switch
        {
            UIHints.Dropdown => new { SelectList = new { Items = items, IsFlagsEnum = false } },
            UIHints.CheckList => new { CheckList = new { Items = items.Select(item => new { item.Text, item.Value, IsChecked = false }), IsFlagsEnum = false } },
            UIHints.CodeEditor => new { Language = "javascript", EditorHeight = DefaultHeight, SingleLineMode = false },
            UIHints.JsonEditor => new { Language = "json", EditorHeight = DefaultHeight, SingleLineMode = false },
            _ => null,
        };
        if (specification is null)
        {
            return null;
        }

        var key = hint == UIHints.JsonEditor ? UIHints.CodeEditor : hint;
        var all = new Dictionary<string, object?>(StringComparer.Ordinal) { [key] = specification };
        if (OptionSet.Cascades(input.Attribute.OptionsProvider))
        {
            all["Refresh"] = true;
        }

        return all;
    }
}
