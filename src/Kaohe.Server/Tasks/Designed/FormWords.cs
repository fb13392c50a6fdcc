using Kaohe.Office.Forms;
using Kaohe.Server.Shell.Components;
using Kaohe.Storage.Forms;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>How forms and their fields are worded.</summary>
internal static class FormWords
{
    /// <summary>What can be added to a form, with an empty field of it.</summary>
    public static IReadOnlyList<(string Label, Func<FormField> New)> Kinds { get; } =
    [
        ("单行文字", () => new TextField { Name = "文字", Label = "文字" }),
        ("多行文字", () => new TextField { Name = "说明", Label = "说明", IsLong = true }),
        ("数字", () => new NumberField { Name = "数值", Label = "数值" }),
        ("日期", () => new DateField { Name = "日期", Label = "日期" }),
        ("单选", () => new ChoiceField { Name = "选项", Label = "选项", Options = [new("是", "是"), new("否", "否")] }),
        ("多选", () => new ChoiceField { Name = "多选", Label = "多选", IsMultiple = true, Options = [new("甲", "甲"), new("乙", "乙")] }),
        ("表格", () => new TableField { Name = "明细", Label = "明细", Columns = [new TextField { Name = "事项", Label = "事项", IsRequired = true }] }),
        ("附件", () => new FileField { Name = "附件", Label = "附件" }),
        ("人员", () => new PersonField { Name = "人员", Label = "人员" }),
        ("单位", () => new UnitField { Name = "单位", Label = "单位" }),
    ];

    /// <summary>Kinds that may stand in a table.</summary>
    public static IEnumerable<(string Label, Func<FormField> New)> ColumnKinds => Kinds.Where(kind => kind.New() is not (TableField or FileField or TextField { IsLong: true }));

    /// <summary>The kind of a field.</summary>
    public static string Kind(FormField field) => field switch
    {
        TextField { IsLong: true } => "多行文字",
        TextField => "单行文字",
        NumberField => "数字",
        DateField => "日期",
        ChoiceField { IsMultiple: true } => "多选",
        ChoiceField => "单选",
        TableField => "表格",
        FileField => "附件",
        PersonField => "人员",
        _ => "单位",
    };

    /// <summary>What a step may do with a field.</summary>
    public static string Right(FieldRight right) => right switch { FieldRight.Edit => "填写", FieldRight.Read => "只读", _ => "隐藏" };

    /// <summary>Where a version stands.</summary>
    public static string State(FormState state) => state switch { FormState.Draft => "草稿", FormState.Published => "已发布", _ => "已停用" };

    /// <summary>Its colour.</summary>
    public static StateTone Tone(FormState state) => state switch { FormState.Draft => StateTone.Soon, FormState.Published => StateTone.Done, _ => StateTone.Idle };

    /// <summary>A name that no other field has: the wanted one, else with a number behind it.</summary>
    public static string FreeName(IEnumerable<FormField> fields, string wanted)
    {
        var taken = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var letters = string.Concat(wanted.Where(letter => char.IsLetterOrDigit(letter) || letter == '_'));
        var name = letters.Length > 0 && char.IsLetter(letters[0]) ? letters[..Math.Min(letters.Length, 40)] : $"字段{letters}";
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? name : $"{name}{number}").First(one => !taken.Contains(one));
    }

    /// <summary>Options, one a line; a code that differs from the label stands before a bar.</summary>
    public static string Options(ChoiceField field) => string.Join('\n', field.Options.Select(option => option.Code == option.Label ? option.Label : $"{option.Code}|{option.Label}"));

    /// <summary>Reads options.</summary>
    public static IReadOnlyList<ChoiceOption> Options(string? text) =>
    [
        .. (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new ChoiceOption(parts[0], parts[^1])),
    ];
}
