using System.Text.Json;

namespace Kaohe.Office.Forms;

/// <summary>What the validator must look up elsewhere.</summary>
/// <param name="PersonExists">Whether a person id is known.</param>
/// <param name="UnitExists">Whether a unit id is known.</param>
/// <param name="FileExists">Whether a file with this id is on the task.</param>
public sealed record FormLookups(Func<string, bool> PersonExists, Func<string, bool> UnitExists, Func<string, bool> FileExists);

/// <summary>Checks what was filled in against a form; gives every problem with its path, in Chinese.</summary>
/// <param name="form">The form.</param>
/// <param name="lookups">What must be looked up.</param>
public sealed class FormValidator(FormDefinition form, FormLookups lookups)
{
    /// <summary>Every problem of the data at a step.</summary>
    /// <param name="data">What was filled in.</param>
    /// <param name="step">Step, for the field rights; or none.</param>
    /// <param name="before">Data as it was before this step; fields that may not be edited must not differ from it.</param>
    public IReadOnlyList<Problem> Check(JsonElement data, string? step = null, JsonElement? before = null) => data.ValueKind != JsonValueKind.Object
        ? [new("FormDataInvalid", "data", "提交的内容不是表单数据，请刷新页面后重新填写。")]
        :
        [
            .. Row(form.Fields, data, step, before, "data"),
            .. data.EnumerateObject().Where(property => form.Fields.All(field => field.Name != property.Name))
                .Select(property => new Problem("FieldUnknown", $"data.{property.Name}", $"表单里没有“{property.Name}”这一项，请刷新页面后重新填写。")),
        ];

    private IEnumerable<Problem> Row(IReadOnlyList<FormField> fields, JsonElement data, string? step, JsonElement? before, string path)
    {
        foreach (var field in fields)
        {
            var at = $"{path}.{field.Name}";
            var given = data.TryGetProperty(field.Name, out var value) && !IsEmpty(value);
            if (field.RightAt(step) != FieldRight.Edit)
            {
                if (given && !Same(value, Before(before, field.Name)))
                {
                    yield return new("FieldNotEditable", at, $"“{field.Label}”在本环节不能修改，请恢复原来的内容。");
                }
            }
            else if (given)
            {
                foreach (var problem in Value(field, value, step, at))
                {
                    yield return problem;
                }
            }
            else if (field.IsRequired)
            {
                yield return new("FieldRequired", at, $"请填写“{field.Label}”。");
            }
        }
    }

    private IEnumerable<Problem> Value(FormField field, JsonElement value, string? step, string at) => field switch
    {
        TextField text => FormValues.Text(text, value, at),
        NumberField number => FormValues.Number(number, value, at),
        DateField date => FormValues.Date(date, value, at),
        ChoiceField choice => FormValues.Choice(choice, value, at),
        FileField file => FormValues.Files(file, value, at, lookups.FileExists),
        PersonField => FormValues.Known(field, value, at, lookups.PersonExists, "人员"),
        UnitField => FormValues.Known(field, value, at, lookups.UnitExists, "单位"),
        TableField table => Table(table, value, step, at),
        _ => throw new InvalidOperationException($"No check for {field.GetType().Name}."),
    };

    private IEnumerable<Problem> Table(TableField table, JsonElement value, string? step, string at)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Object))
        {
            return [FormValues.WrongKind(table, at, "表格")];
        }

        var rows = value.GetArrayLength();
        return
        [
            .. rows < table.MinimumRows ? [new Problem("RowsTooFew", at, $"“{table.Label}”至少要填{table.MinimumRows}行，现在是{rows}行。")] : Array.Empty<Problem>(),
            .. rows > table.MaximumRows ? [new Problem("RowsTooMany", at, $"“{table.Label}”最多填{table.MaximumRows}行，现在是{rows}行。")] : Array.Empty<Problem>(),
            .. value.EnumerateArray().SelectMany((row, index) => Row(table.Columns, row, step, before: null, $"{at}[{index}]")
                .Select(problem => problem with { Message = $"第{index + 1}行：{problem.Message}" })),
        ];
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static JsonElement? Before(JsonElement? before, string name) =>
        before is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var value) ? value : null;

    private static bool Same(JsonElement value, JsonElement? before) => before is { } old && JsonElement.DeepEquals(value, old);
}
