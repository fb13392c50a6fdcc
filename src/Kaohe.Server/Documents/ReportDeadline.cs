using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Office;

namespace Kaohe.Server.Documents;

/// <summary>
/// The day by which a 整改通知书 wants its report. It counts from the day of the notice (成文日期, the leader's signature), which nobody knows while it is
/// drafted; what 考核办 has changed by hand stays as it is. The flow hears of the printed day when the notice is issued, so that notice and task have the same.
/// </summary>
internal static class ReportDeadline
{
    /// <summary>The notice.</summary>
    public const string Template = "整改通知书";

    private const string Field = "报告期限";
    private const string Months = "报告期限月数";
    private const string Drafted = "报告期限初拟";
    private const string Rows = "问题";
    private const string Column = "时限";

    /// <summary>Calendar months after a day, moved to the next working day.</summary>
    /// <param name="day">The day of the notice.</param>
    /// <param name="months">Months that the scheme gives.</param>
    public static DateOnly After(DateOnly day, int months) => ActivityCalendar.Current.AddCalendarMonth(day, months).Date;

    /// <summary>Puts the day into a draft.</summary>
    /// <param name="fields">Fields of the notice.</param>
    /// <param name="day">Day of the draft.</param>
    /// <param name="months">Months that the scheme gives.</param>
    public static void Draft(Dictionary<string, object?> fields, DateOnly day, int months)
    {
        fields[Months] = months;
        fields[Field] = fields[Drafted] = After(day, months);
    }

    /// <summary>Counts again from the day of the notice.</summary>
    /// <param name="fields">Stored fields of a document; those of a notice are changed.</param>
    /// <param name="day">Day of the notice.</param>
    /// <returns>The day as it is printed; null for a document that is no such notice.</returns>
    public static DateOnly? CountFrom(Dictionary<string, object?> fields, DateOnly day)
    {
        if (fields.GetValueOrDefault(Months) is not JsonElement { ValueKind: JsonValueKind.Number } months || DateOf(fields, Field) is not { } printed)
        {
            return null;
        }

        if (DateOf(fields, Drafted) is not { } drafted || drafted != printed)
        {
            return printed;
        }

        var due = After(day, months.GetInt32());
        fields[Field] = due;
        if (fields.GetValueOrDefault(Rows) is JsonElement { ValueKind: JsonValueKind.Array } rows)
        {
            fields[Rows] = Moved(rows, drafted, due);
        }

        return due;
    }

    private static JsonElement Moved(JsonElement rows, DateOnly from, DateOnly to)
    {
        var copy = JsonNode.Parse(rows.GetRawText())!.AsArray();
        foreach (var row in copy.OfType<JsonObject>().Where(row => Read((row[Column] as JsonValue)?.ToString()) == from))
        {
            row[Column] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return JsonSerializer.SerializeToElement(copy, OfficeJson.Options);
    }

    private static DateOnly? DateOf(Dictionary<string, object?> fields, string field) =>
        fields.GetValueOrDefault(field) is JsonElement { ValueKind: JsonValueKind.String } text ? Read(text.GetString()) : null;

    private static DateOnly? Read(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateOnly.FromDateTime(date) : null;
}
