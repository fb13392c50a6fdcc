using Kaohe.Office;

namespace Kaohe.Storage.Tasks;

/// <summary>Where the parts of an inbox begin, in <see cref="InboxOrder"/>.</summary>
/// <param name="Now">What lies before is overdue.</param>
/// <param name="Tomorrow">What lies before is due today.</param>
/// <param name="NextWeek">What lies before is due until Sunday.</param>
internal sealed record InboxEdges(long Now, long Tomorrow, long NextWeek)
{
    private const int DaysInWeek = 7;

    public static InboxEdges At(DateTimeOffset now)
    {
        var today = OfficeTime.DateOf(now);
        var daysSinceMonday = ((int)today.DayOfWeek + DaysInWeek - 1) % DaysInWeek;
        return new(InboxOrder.At(now), Start(today.AddDays(1)), Start(today.AddDays(DaysInWeek - daysSinceMonday)));
    }

    public (long From, long To) Of(InboxDue due) => due switch
    {
        InboxDue.Overdue => (0, Now),
        InboxDue.Today => (Now, Tomorrow),
        InboxDue.Week => (Tomorrow, NextWeek),
        InboxDue.Later => (NextWeek, InboxOrder.NoDeadline),
        InboxDue.None => (InboxOrder.NoDeadline, InboxOrder.Ended),
        _ => (0, long.MaxValue),
    };

    private static long Start(DateOnly date) => InboxOrder.At(OfficeTime.At(date, TimeOnly.MinValue));
}
