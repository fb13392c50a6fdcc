using System.Text.Json;

namespace Kaohe.Office.Calendar;

/// <summary>One year's table: which weekdays are off, and which weekend days are worked (调休).</summary>
public sealed record CalendarYear
{
    /// <summary>The calendar year, e.g. 2026.</summary>
    public required int Year { get; init; }

    /// <summary>Whether the table repeats the published 国办 notice. A guess entered by the office is not official.</summary>
    public required bool IsOfficial { get; init; }

    /// <summary>Title of the notice.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Addresses where the notice (and its changes) can be read.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Where the table was taken from, or who entered it.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Holidays, weekends inside them included.</summary>
    public IReadOnlyList<NamedDay> DaysOff { get; init; } = [];

    /// <summary>Saturdays and Sundays that are worked.</summary>
    public IReadOnlyList<NamedDay> DaysWorked { get; init; } = [];

    /// <summary>Reads one table as kept in <c>data/calendar/&lt;year&gt;.json</c>.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="JsonException">The stream is not such a table.</exception>
    public static CalendarYear Read(Stream json) =>
        JsonSerializer.Deserialize<CalendarYear>(json, OfficeJson.Options) ?? throw new JsonException("null is not a calendar year.");

    /// <summary>Everything that is wrong with the table; ask before keeping what the office entered.</summary>
    public IReadOnlyList<Problem> Check() => CalendarYearCheck.Run(this);
}
