using System.Globalization;
using Kaohe.Documents.Templates;

namespace Kaohe.Server.Documents.Acting;

/// <summary>Reads what a person typed for a field of a template.</summary>
internal static class FieldValues
{
    /// <summary>Reads a value; a table takes one row a line, its columns divided by | or a tab.</summary>
    /// <param name="field">The field; null for one that the catalogue does not know.</param>
    /// <param name="text">What was typed, trimmed.</param>
    /// <param name="value">The value.</param>
    /// <param name="wrong">Chinese: what is wrong with it; empty when nothing is.</param>
    public static bool TryRead(TemplateField? field, string text, out object? value, out string wrong)
    {
        (value, wrong) = (text, "");
        switch (field?.Type)
        {
            case FieldType.Number when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                value = number;
                return true;
            case FieldType.Number:
                wrong = "应为数字。";
                return false;
            case FieldType.Date when DateTime.TryParse(text, CultureInfo.GetCultureInfo("zh-CN"), DateTimeStyles.None, out var date):
                value = date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
                return true;
            case FieldType.Date:
                wrong = "应为日期，例如 2027-01-20。";
                return false;
            case FieldType.Flag:
                value = text is "是" or "true" or "1";
                return true;
            case FieldType.Rows:
                return TryRows(field, text, out value, out wrong);
            default:
                return true;
        }
    }

    private static bool TryRows(TemplateField field, string text, out object? value, out string wrong)
    {
        var columns = field.Columns ?? [];
        var rows = new List<object?>();
        wrong = "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split(['|', '｜', '\t'], StringSplitOptions.TrimEntries);
            if (cells.Length != columns.Count)
            {
                (value, wrong) = (null, $"每行应有{columns.Count}栏（{string.Join(" | ", columns.Select(column => column.Name))}），“{line}”有{cells.Length}栏。");
                return false;
            }

            rows.Add(columns.Zip(cells).ToDictionary(pair => pair.First.Name, pair => (object?)pair.Second));
        }

        value = rows;
        return true;
    }
}
