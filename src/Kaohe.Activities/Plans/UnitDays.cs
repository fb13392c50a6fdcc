using System.Collections.Frozen;
using System.Globalization;

namespace Kaohe.Activities.Plans;

/// <summary>The last day of each unit, as a 进驻安排 gives it and as a plan keeps it.</summary>
public static class UnitDays
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>No unit has a day of its own.</summary>
    public static IReadOnlyDictionary<string, DateOnly> None { get; } = FrozenDictionary<string, DateOnly>.Empty;

    /// <summary>Reads the rows of a 进驻安排: objects with <c>unitId</c> and <c>leaves</c>. What is no such row says nothing: a flow that was started before goes on as it was.</summary>
    /// <param name="visits">What the flow handed on; null when nothing.</param>
    public static IReadOnlyDictionary<string, DateOnly> OfVisits(object? visits)
    {
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var row in visits is IEnumerable<object?> rows ? rows.OfType<IReadOnlyDictionary<string, object?>>() : [])
        {
            if (row.GetValueOrDefault("unitId") is string unit && Day(row.GetValueOrDefault("leaves")) is { } leaves)
            {
                days[unit] = leaves;
            }
        }

        return days.Count == 0 ? None : days;
    }

    /// <summary>As plain values.</summary>
    /// <param name="days">The days.</param>
    public static Dictionary<string, object?> Save(IReadOnlyDictionary<string, DateOnly> days) =>
        days.ToDictionary(day => day.Key, day => (object?)day.Value.ToString(Form, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>From plain values.</summary>
    /// <param name="saved">What <see cref="Save"/> gave; null for none.</param>
    public static IReadOnlyDictionary<string, DateOnly> Load(object? saved) => saved is not IReadOnlyDictionary<string, object?> days ? None
        : days.Select(day => (day.Key, Day: Day(day.Value))).Where(day => day.Day is not null).ToDictionary(day => day.Key, day => day.Day!.Value, StringComparer.Ordinal);

    private static DateOnly? Day(object? value) => value switch
    {
        DateOnly day => day,
        string text when DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };
}
