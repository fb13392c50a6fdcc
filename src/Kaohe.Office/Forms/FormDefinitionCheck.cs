using System.Text.RegularExpressions;

namespace Kaohe.Office.Forms;

/// <summary>What a form must look like before it may be used.</summary>
internal static partial class FormDefinitionCheck
{
    public static IReadOnlyList<Problem> Run(FormDefinition form) =>
    [
        .. string.IsNullOrWhiteSpace(form.Title) ? [new Problem("FormTitleMissing", "title", "表单没有标题，请填写。")] : Array.Empty<Problem>(),
        .. form.Fields.Count == 0 ? [new Problem("FormEmpty", "fields", "表单没有字段，请至少加一个。")] : Array.Empty<Problem>(),
        .. form.Steps.Any(string.IsNullOrWhiteSpace) || form.Steps.Distinct().Count() < form.Steps.Count
            ? [new Problem("FormStepsInvalid", "steps", "表单环节的名称不能为空或重复，请改正。")] : Array.Empty<Problem>(),
        .. Fields(form.Fields, "fields"),
        .. form.Fields.SelectMany((field, index) => Rights(form, field, $"fields[{index}]")),
    ];

    private static IEnumerable<Problem> Rights(FormDefinition form, FormField field, string path) =>
    [
        .. field.Rights.Keys.Where(step => !form.Steps.Contains(step))
            .Select(step => new Problem("FieldStepUnknown", $"{path}.rights", $"“{field.Label}”的权限提到没有的环节“{step}”，请在表单环节里加上，或去掉这条权限。")),
        .. field.IsRequired && form.Steps.Count > 0 && form.Steps.All(step => field.RightAt(step) != FieldRight.Edit)
            ? [new Problem("FieldNeverEditable", $"{path}.rights", $"“{field.Label}”必填，但没有一个环节可以填写，请至少让一个环节填写。")] : Array.Empty<Problem>(),
    ];

    private static IEnumerable<Problem> Fields(IReadOnlyList<FormField> fields, string path) =>
    [
        .. fields.SelectMany((field, index) => Field(field, $"{path}[{index}]")),
        .. fields.GroupBy(field => field.Name).Where(group => group.Count() > 1)
            .Select(group => new Problem("FieldNameTwice", path, $"字段名“{group.Key}”重复，请改成各不相同。")),
    ];

    private static IEnumerable<Problem> Field(FormField field, string path)
    {
        if (!Name().IsMatch(field.Name))
        {
            yield return new("FieldNameInvalid", $"{path}.name", $"字段名“{field.Name}”不能用：应以字母或汉字开头，只含字母、汉字、数字和下划线。");
        }

        if (string.IsNullOrWhiteSpace(field.Label))
        {
            yield return new("FieldLabelMissing", $"{path}.label", $"字段“{field.Name}”没有显示名称，请填写。");
        }

        foreach (var problem in Kind(field, path))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Kind(FormField field, string path) => field switch
    {
        TextField text when text.MinimumLength > text.MaximumLength => [Range(field, path, "最少字数大于最多字数")],
        NumberField number when number.Minimum > number.Maximum => [Range(field, path, "最小值大于最大值")],
        NumberField { Decimals: < 0 or > 10 } => [Range(field, path, "小数位数应在0到10之间")],
        DateField date when date.Earliest > date.Latest => [Range(field, path, "最早日期晚于最晚日期")],
        FileField { MaximumFiles: < 1 } => [Range(field, path, "附件个数上限应至少为1")],
        ChoiceField { Options.Count: < 2 } => [new("ChoiceOptionsMissing", $"{path}.options", $"“{field.Label}”至少要有两个选项。")],
        ChoiceField choice when choice.Options.DistinctBy(option => option.Code).Count() < choice.Options.Count =>
            [new("ChoiceOptionTwice", $"{path}.options", $"“{field.Label}”的选项代码有重复。")],
        TableField table => Table(table, path),
        _ => [],
    };

    private static IEnumerable<Problem> Table(TableField table, string path) =>
    [
        .. table.Columns.Count == 0 ? [new Problem("TableEmpty", $"{path}.columns", $"表格“{table.Label}”没有列，请至少加一列。")] : Array.Empty<Problem>(),
        .. table.Columns.Any(column => column is TableField) ? [new Problem("TableNested", $"{path}.columns", $"表格“{table.Label}”里不能再套表格。")] : Array.Empty<Problem>(),
        .. table.MinimumRows > table.MaximumRows ? [Range(table, path, "最少行数大于最多行数")] : Array.Empty<Problem>(),
        .. Fields(table.Columns, $"{path}.columns"),
    ];

    private static Problem Range(FormField field, string path, string what) => new("FieldRangeInvalid", path, $"“{field.Label}”的{what}，请改正。");

    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_]{0,63}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
