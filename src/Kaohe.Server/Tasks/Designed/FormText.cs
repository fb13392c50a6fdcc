using System.Globalization;
using System.Text.Json.Nodes;
using Kaohe.Office.Forms;
using Kaohe.Server.Tasks.Forms.Fields;
using DateField = Kaohe.Office.Forms.DateField;
using NumberField = Kaohe.Office.Forms.NumberField;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>What is filled in, as it is read.</summary>
internal static class FormText
{
    public static string Of(FormField field, JsonNode? value, FormChoices choices) => (field, value) switch
    {
        (_, null) => string.Empty,
        (NumberField number, JsonValue) => $"{value}{number.Unit}",
        (DateField, JsonValue) => DateOnly.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var day)
            ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
            : value.ToString(),
        (ChoiceField choice, JsonArray list) => string.Join('、', list.Select(code => LabelOf(choice, code))),
        (ChoiceField choice, _) => LabelOf(choice, value),
        (PersonField or UnitField, _) => choices.LabelOf(value.ToString()),
        _ => value.ToString(),
    };

    public static string ListId(FormScope scope, FormField field) => $"{scope.Prefix}-{(field is PersonField ? "people" : "units")}";

    private static string LabelOf(ChoiceField choice, JsonNode? code) => choice.Options.FirstOrDefault(option => option.Code == code?.ToString())?.Label ?? code?.ToString() ?? string.Empty;
}
