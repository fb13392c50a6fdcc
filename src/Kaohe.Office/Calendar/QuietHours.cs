namespace Kaohe.Office.Calendar;

/// <summary>When nothing is sent to people: at night and on days off. What falls in it waits for the morning of a working day.</summary>
public sealed record QuietHours
{
    /// <summary>Nothing at night 20:00–8:00 or on days off; held back until 9:00 of a working day.</summary>
    public static QuietHours Default { get; } = new();

    /// <summary>Start of the quiet evening, office time.</summary>
    public TimeOnly From { get; init; } = new(20, 0);

    /// <summary>End of the quiet night, office time.</summary>
    public TimeOnly To { get; init; } = new(8, 0);

    /// <summary>When held-back messages leave, office time.</summary>
    public TimeOnly SendAt { get; init; } = new(9, 0);

    /// <summary>The instant itself when people may be reached, else the next <see cref="SendAt"/> of a working day.</summary>
    /// <param name="instant">When something is to be sent.</param>
    /// <param name="calendar">Which days are worked.</param>
    public DateTimeOffset Next(DateTimeOffset instant, WorkingCalendar calendar)
    {
        var date = OfficeTime.DateOf(instant);
        var time = OfficeTime.TimeOf(instant);
        return (calendar.IsWorkingDay(date), time) switch
        {
            (true, var now) when now >= To && now < From => instant,
            (true, var now) when now < To => OfficeTime.At(date, SendAt),
            _ => OfficeTime.At(calendar.NextWorkingDay(date).Date, SendAt),
        };
    }
}
