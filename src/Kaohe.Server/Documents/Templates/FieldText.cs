using System.Text.Json;
using Kaohe.Documents.Templates;

namespace Kaohe.Server.Documents.Templates;

/// <summary>How the 字段表 speaks of fields.</summary>
public static class FieldText
{
    private const int Longest = 60;

    /// <summary>What a template may hold between braces, with how it is typed.</summary>
    public static IReadOnlyList<(string What, string How)> Rules { get; } =
    [
        ("填一个字段", "{{被考核单位}}"),
        ("日期按指定样式", "{{自查报告期限:yyyy年M月d日}}"),
        ("数字按指定位数", "{{总分:0.000}}"),
        ("表格行或段落按列表逐条重复（表头不重复）", "{{明细.项目}}　{{明细.得分:0.00}}　序号用 {{明细.序号}}"),
        ("有内容时才保留一段文字（开头和结尾各占一行）", "{{?需整改}} …… {{/需整改}}"),
        ("没有内容时才保留", "{{?!问题}} …… {{/!问题}}"),
        ("等于某个值时才保留", "{{?等次=好}} …… {{/等次=好}}"),
        ("放图片，后面是宽度（毫米）", "{{图:印章|42}}　{{图:二维码|22}}"),
    ];

    /// <summary>As typed into Word.</summary>
    public static string Typed(TemplateField field) => field.Type switch
    {
        FieldType.Flag => $"{{{{?{field.Name}}}}}",
        FieldType.Picture => $"{{{{图:{field.Name}}}}}",
        _ => $"{{{{{field.Name}}}}}",
    };

    /// <summary>Kind of value, in Chinese.</summary>
    public static string TypeOf(TemplateField field) => TypeOf(field.Type);

    /// <summary>Kind of value, in Chinese.</summary>
    public static string TypeOf(FieldType type) => type switch
    {
        FieldType.Number => "数字",
        FieldType.Date => "日期",
        FieldType.Flag => "是或否",
        FieldType.Picture => "图片",
        FieldType.Rows => "列表",
        FieldType.LongText => "多段文字",
        _ => "文字",
    };

    /// <summary>A sample value.</summary>
    public static string SampleOf(TemplateField field) => field.Type switch
    {
        FieldType.Rows => field.Sample.ValueKind == JsonValueKind.Array ? $"{field.Sample.GetArrayLength()} 行" : "",
        FieldType.Flag => field.Sample.ValueKind == JsonValueKind.True ? "是" : "否",
        FieldType.Picture => "图片",
        _ => Short(field.Sample),
    };

    /// <summary>A sample value of a column.</summary>
    public static string SampleOf(TemplateField field, string column) =>
        field.Sample.ValueKind == JsonValueKind.Array && field.Sample.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } row && row.TryGetProperty(column, out var value)
            ? Short(value)
            : "";

    private static string Short(JsonElement value) => value.ToString().ReplaceLineEndings(" ") is { Length: > Longest } text ? text[..Longest] + "…" : value.ToString().ReplaceLineEndings(" ");
}
