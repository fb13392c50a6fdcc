using Kaohe.Office;
using Kaohe.Office.Calendar;

namespace Kaohe.Activities.Simulation;

/// <summary>
/// When a simulated person finishes a task. The formula: of the working days between opening and deadline a person uses a share between 20% and 80%,
/// taken from a hash (FNV-1a) of task kind and key, so that the same year is always played the same way; the time of day is between 9:00 and 16:59 from
/// the same hash. Without a deadline, or with one that leaves no full day, the work is done on the next working day.
/// </summary>
internal static class WorkPace
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static DateTimeOffset FinishedAt(string kind, string key, DateTimeOffset opened, DateTimeOffset? due, WorkingCalendar calendar)
    {
        var hash = Hash(kind, key);
        var first = OfficeTime.DateOf(opened);
        var days = due is null ? 1 : calendar.WorkingDaysBetween(first, OfficeTime.DateOf(due.Value)).Days;
        var used = Math.Max(1, (int)(days * (20 + (hash % 61)) / 100));
        var time = new TimeOnly(9 + (int)(hash / 61 % 8), (int)(hash / 488 % 60));
        var finished = OfficeTime.At(calendar.AddWorkingDays(first, used).Date, time);
        return due is { } latest && finished > latest && latest > opened ? latest.AddHours(-8) > opened ? latest.AddHours(-8) : latest : finished;
    }

    /// <summary>The next working day at ten, when a leader signs.</summary>
    public static DateTimeOffset SignedAt(DateTimeOffset asked, WorkingCalendar calendar) =>
        OfficeTime.At(calendar.NextWorkingDay(OfficeTime.DateOf(asked)).Date, new TimeOnly(10, 0));

    private static uint Hash(params ReadOnlySpan<string> parts)
    {
        var hash = Offset;
        foreach (var part in parts)
        {
            foreach (var letter in part)
            {
                hash = (hash ^ letter) * Prime;
            }

            hash = (hash ^ '/') * Prime;
        }

        // FNV's low bits vary little over short keys; fold the high ones in.
        return hash ^ (hash >> 15);
    }
}
