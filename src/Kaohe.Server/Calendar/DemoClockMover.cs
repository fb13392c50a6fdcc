using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Calendar;

/// <summary>
/// Moves the demo's clock on all nodes and keeps where it stands. It goes morning by morning, and waits each time until what became due is done, so
/// that reminders and deadlines happen in their order and at their time.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="calendar">Which days are worked.</param>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="feed">Tells other nodes.</param>
public sealed class DemoClockMover(DemoClock clock, IOfficeCalendar calendar, IDbContextFactory<KaoheDb> databases, IWriteLane lane, IChangeFeed feed) : IStartStep, IDisposable
{
    private const string Topic = "demo-clock";
    private static readonly TimeOnly Morning = new(9, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private IDisposable? _subscription;

    /// <inheritdoc />
    public int Order => 1;

    /// <summary>9:01 of the next working day.</summary>
    public DateTimeOffset NextMorning => OfficeTime.At(calendar.Current.NextWorkingDay(OfficeTime.DateOf(clock.GetUtcNow())).Date, Morning);

    /// <summary>9:01 of a day, for a jump to it.</summary>
    /// <param name="date">The day.</param>
    public static DateTimeOffset MorningOf(DateOnly date) => OfficeTime.At(date, Morning);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        _subscription ??= feed.Subscribe(notice =>
        {
            if (notice.Topic is Topic or ChangeTopics.Missed)
            {
                _ = ReadAsync(CancellationToken.None);
            }
        });
    }

    /// <summary>Moves forward.</summary>
    /// <param name="to">Where to; a time that has passed changes nothing.</param>
    /// <param name="progress">Told where the clock stands.</param>
    /// <param name="cancellationToken">Stops where it is.</param>
    public async Task MoveAsync(DateTimeOffset to, IProgress<DateTimeOffset>? progress = null, CancellationToken cancellationToken = default)
    {
        await SettleAsync(cancellationToken); // a jump must not end the leases of what is in work
        while (clock.GetUtcNow() < to)
        {
            var morning = OfficeTime.At(OfficeTime.DateOf(clock.GetUtcNow()).AddDays(1), Morning);
            await LeadAsync((morning < to ? morning : to) - TimeProvider.System.GetUtcNow(), cancellationToken);
            progress?.Report(clock.GetUtcNow());
            await SettleAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    private async Task LeadAsync(TimeSpan ahead, CancellationToken cancellationToken)
    {
        await lane.RunAsync(
            async (db, cancel) =>
            {
                if (await db.DemoClock.FindAsync([DemoClockRow.TheId], cancel) is { } row)
                {
                    (row.AheadTicks, row.Version) = (Math.Max(row.AheadTicks, ahead.Ticks), row.Version + 1);
                }
                else
                {
                    db.DemoClock.Add(new DemoClockRow { AheadTicks = ahead.Ticks });
                }

                return true;
            },
            cancellationToken);
        clock.Lead(ahead);
        feed.Publish(new ChangeNotice(Topic, string.Empty));
        feed.Publish(new ChangeNotice(ChangeTopics.Timers, string.Empty));
        feed.Publish(new ChangeNotice(ChangeTopics.Outbox, string.Empty));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        clock.Lead(TimeSpan.FromTicks(await db.DemoClock.AsNoTracking().Select(row => row.AheadTicks).SingleOrDefaultAsync(cancellationToken)));
    }

    // What becomes due is due in the database from the moment of the jump, so a day on which nothing is due takes no time at all.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(Pause);
        for (var waited = TimeSpan.Zero; waited < Patience && await IsBusyAsync(cancellationToken); waited += Pause)
        {
            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }

    // One statement, hence one moment: work that goes from a timer to the outbox or back is never missed between two looks.
    private async Task<bool> IsBusyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await db.Outbox.Where(row => row.Status == OutboxStatus.Pending && row.MatchHash == null && (row.AvailableAt <= now || row.LeaseOwner != null)).Select(row => 1)
            .Concat(db.Bookmarks.Where(row => row.WakeAt != null && (row.WakeAt <= now || row.LeaseOwner != null)).Select(row => 1))
            .Concat(db.Triggers.Where(row => row.WakeAt != null && (row.WakeAt <= now || row.LeaseOwner != null)).Select(row => 1))
            .AnyAsync(cancellationToken);
    }
}
