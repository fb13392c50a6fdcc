using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Calendar;

/// <summary>What a year's table would do.</summary>
/// <param name="Problems">What is wrong with the table; then nothing moves.</param>
/// <param name="Moved">Open deadlines that would move.</param>
public sealed record CalendarPreview(IReadOnlyList<Problem> Problems, IReadOnlyList<MovedDeadline> Moved);

/// <summary>放假安排: what the office enters for a year, first shown with the deadlines that move, then put into force.</summary>
/// <param name="calendar">The calendar in force.</param>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="desks">People and calendar.</param>
/// <param name="writer">Stores moved deadlines.</param>
/// <param name="feed">Tells other nodes.</param>
/// <param name="clock">Now.</param>
public sealed class CalendarYears(
    IOfficeCalendar calendar, IDbContextFactory<KaoheDb> databases, IWriteLane lane, TaskDesks desks, TaskWriter writer, IChangeFeed feed, TimeProvider clock)
{
    private const int Together = 20;

    /// <summary>Who entered which year.</summary>
    public async Task<IReadOnlyList<CalendarYearRow>> EnteredAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CalendarYears.AsNoTracking().OrderBy(year => year.Year).ToListAsync(cancellationToken);
    }

    /// <summary>What a table would do; changes nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CalendarPreview> PreviewAsync(CalendarYear table, CancellationToken cancellationToken = default) => table.Check() is { Count: > 0 } problems
        ? new(problems, [])
        : new([], await MovedAsync(calendar.Current.With(table), cancellationToken));

    /// <summary>Deadlines that do not yet follow the calendar in force, because moving them was stopped.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<MovedDeadline>> LeftAsync(CancellationToken cancellationToken = default) => MovedAsync(calendar.Current, cancellationToken);

    /// <summary>
    /// Puts a table into force, then moves the deadlines that it changes, some at a time. Stopped in between, the table is in force and the rest is moved
    /// by doing it again; no deadline is moved twice.
    /// </summary>
    /// <param name="actor">Who enters it; of 考核办 or 管理员.</param>
    /// <param name="table">The table.</param>
    /// <param name="progress">Told how many deadlines are moved, of how many.</param>
    /// <param name="cancellationToken">Stops between two deadlines.</param>
    /// <returns>What it did, or what is wrong with it.</returns>
    public async Task<CalendarPreview> SaveAsync(Actor actor, CalendarYear table, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        if (!actor.Is(Role.Office) && !actor.Is(Role.Administrator))
        {
            return new([new Problem("OfficeMustEnter", string.Empty, "只有考核办和管理员能录入放假安排。")], []);
        }

        if (table.Check() is { Count: > 0 } problems)
        {
            return new(problems, []);
        }

        var desk = (await desks.OpenAsync(cancellationToken)) with { Calendar = calendar.Current.With(table) };
        var version = await lane.RunAsync((db, cancel) => KeepAsync(db, actor, table, cancel), cancellationToken);
        var moved = await MovedAsync(desk.Calendar, cancellationToken);
        var done = 0;
        foreach (var some in moved.Select(one => one.Task.Id).Chunk(Together))
        {
            progress?.Invoke(done, moved.Count);
            await lane.RunAsync((db, cancel) => MoveAsync(db, desk, some, $"calendar:{table.Year}:{version}", cancel), cancellationToken);
            done += some.Length;
        }

        progress?.Invoke(done, moved.Count);
        return new([], moved);
    }

    // Read again inside the transaction: a task may have ended or been given another deadline since.
    private async Task<bool> MoveAsync(KaoheDb db, TaskDesk desk, string[] taskIds, string operationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Tasks.Where(task => taskIds.Contains(task.Id)).OrderBy(task => task.Id).ToListAsync(cancellationToken);
        foreach (var one in DeadlineReview.Preview(rows.ConvertAll(TaskStore.Read), desk.Calendar))
        {
            var result = new TaskCascade(desk, new TaskShelf(db), now).Run(one.Task, DeadlineReview.Command(one, operationId, now));
            await writer.WriteAsync(db, desk, result, origins: null, now, cancellationToken);
        }

        return true;
    }

    private async Task<long> KeepAsync(KaoheDb db, Actor actor, CalendarYear table, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var json = System.Text.Json.JsonSerializer.Serialize(table, OfficeJson.Options);
        feed.PublishAfterCommit(db, OfficeCalendar.Topic);
        if (await db.CalendarYears.FindAsync([table.Year], cancellationToken) is { } row)
        {
            (row.Json, row.ById, row.ByName, row.At, row.Version) = (json, actor.Id, actor.Name, now, row.Version + 1);
            return row.Version;
        }

        db.CalendarYears.Add(new CalendarYearRow { Year = table.Year, Version = 1, ById = actor.Id, ByName = actor.Name, At = now, Json = json });
        return 1;
    }

    private async Task<IReadOnlyList<MovedDeadline>> MovedAsync(WorkingCalendar working, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        List<MovedDeadline> moved = [];
        await foreach (var row in db.Tasks.AsNoTracking().Where(task => task.InboxOrder < InboxOrder.NoDeadline).OrderBy(task => task.InboxOrder).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            moved.AddRange(DeadlineReview.Preview([TaskStore.Read(row)], working));
        }

        return moved;
    }
}
