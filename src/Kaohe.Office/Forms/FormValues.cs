using System.Globalization;
using System.Text.Json;

namespace Kaohe.Office.Forms;

/// <summary>Checks of one value by the kind of its field.</summary>
internal static class FormValues
{
    public static IEnumerable<Problem> Text(TextField field, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return [WrongKind(field, at, "文字")];
        }

        // Characters as a reader counts them: a supplementary-plane 汉字 is one.
        var length = new StringInfo(value.GetString()!).LengthInTextElements;
        return (length < field.MinimumLength, length > field.MaximumLength) switch
        {
            (true, _) => [new("TextTooShort", at, $"“{field.Label}”至少{field.MinimumLength}个字，现在是{length}个。")],
            (_, true) => [new("TextTooLong", at, $"“{field.Label}”最多{field.MaximumLength}个字，现在是{length}个。")],
            _ => [],
        };
    }

    public static IEnumerable<Problem> Number(NumberField field, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            return [WrongKind(field, at, "数字")];
        }

        List<Problem> problems = [];
        if (number < field.Minimum || number > field.Maximum)
        {
            var range = (field.Minimum, field.Maximum) switch
            {
                ({ } low, { } high) => $"应在{low}到{high}{field.Unit}之间",
                ({ } low, _) => $"不能小于{low}{field.Unit}",
                (_, var high) => $"不能大于{high}{field.Unit}",
            };
            problems.Add(new("NumberOutOfRange", at, $"“{field.Label}”{range}，现在是{number}{field.Unit}。"));
        }

        if (field.Decimals is { } decimals && decimal.Round(number, decimals) != number)
        {
            problems.Add(new("NumberTooFine", at, decimals == 0 ? $"“{field.Label}”应为整数，现在是{number}。" : $"“{field.Label}”最多{decimals}位小数，现在是{number}。"));
        }

        return problems;
    }

    public static IEnumerable<Problem> Date(DateField field, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String
            || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return [WrongKind(field, at, "日期（如2026-03-31）")];
        }

        return (date < field.Earliest, date > field.Latest) switch
        {
            (true, _) => [new("DateTooEarly", at, $"“{field.Label}”不能早于{field.Earliest:yyyy-MM-dd}。")],
            (_, true) => [new("DateTooLate", at, $"“{field.Label}”不能晚于{field.Latest:yyyy-MM-dd}。")],
            _ => [],
        };
    }

    public static IEnumerable<Problem> Choice(ChoiceField field, JsonElement value, string at)
    {
        if (Strings(value, field.IsMultiple) is not { } chosen)
        {
            return [WrongKind(field, at, field.IsMultiple ? "多项选择" : "单项选择")];
        }

        return chosen.Where(code => field.Options.All(option => option.Code != code))
            .Select(code => new Problem("OptionUnknown", at, $"“{field.Label}”没有“{code}”这个选项，请选择：{string.Join('、', field.Options.Select(option => option.Label))}。"));
    }

    public static IEnumerable<Problem> Files(FileField field, JsonElement value, string at, Func<string, bool> exists)
    {
        if (Strings(value, isList: true) is not { } files)
        {
            return [WrongKind(field, at, "附件")];
        }

        return
        [
            .. files.Count > field.MaximumFiles ? [new Problem("FilesTooMany", at, $"“{field.Label}”最多{field.MaximumFiles}个附件，现在是{files.Count}个。")] : Array.Empty<Problem>(),
            .. files.Index().Where(file => !exists(file.Item)).Select(file => new Problem("FileUnknown", $"{at}[{file.Index}]", $"“{field.Label}”的第{file.Index + 1}个附件没有上传成功，请重新上传。")),
        ];
    }

    public static IEnumerable<Problem> Known(FormField field, JsonElement value, string at, Func<string, bool> exists, string what) =>
        value.ValueKind != JsonValueKind.String ? [WrongKind(field, at, what)]
        : exists(value.GetString()!) ? []
        : [new("ReferenceUnknown", at, $"“{field.Label}”所选的{what}不存在，请从名单中重新选择。")];

    public static Problem WrongKind(FormField field, string at, string what) => new("ValueKindWrong", at, $"“{field.Label}”应填{what}。");

    private static IReadOnlyList<string>? Strings(JsonElement value, bool isList) => (isList, value.ValueKind) switch
    {
        (false, JsonValueKind.String) => [value.GetString()!],
        (true, JsonValueKind.Array) when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. value.EnumerateArray().Select(item => item.GetString()!)],
        _ => null,
    };
}
