using System.Globalization;

namespace Kaohe.Server.Tasks.Forms.Fields;

/// <summary>How inputs and values become each other.</summary>
internal static class FieldText
{
    public static DateOnly? Date(object? value) => DateOnly.TryParse(value as string, CultureInfo.InvariantCulture, out var date) ? date : null;

    public static TimeOnly? Time(object? value) => TimeOnly.TryParse(value as string, CultureInfo.InvariantCulture, out var time) ? time : null;

    public static int? Whole(object? value) => int.TryParse(value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static decimal? Number(object? value) => decimal.TryParse(value as string, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Of(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    public static string? Of(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Of(TimeOnly? value) => value?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
