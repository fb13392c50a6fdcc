using Kaohe.Office.Calendar;

namespace Kaohe.Activities;

/// <summary>
/// The working calendar that activities compute deadlines with. The executor is pure and gives activities no services, so the host sets this immutable
/// value once at start and again when the office enters another year's table; a burst reads it once.
/// </summary>
public static class ActivityCalendar
{
    private static volatile WorkingCalendar current = WorkingCalendar.Empty;

    /// <summary>The calendar in force; weekends only until the host sets one.</summary>
    public static WorkingCalendar Current => current;

    /// <summary>Puts a calendar into force.</summary>
    public static void Use(WorkingCalendar calendar) => current = calendar;
}
