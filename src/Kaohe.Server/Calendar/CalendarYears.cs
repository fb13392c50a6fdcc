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
    /// <summary>Who entered which year.</summary>
    public async Task<IReadOnlyList<CalendarYearRow>> EnteredAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CalendarYears.AsNoTracking().OrderBy(year => year.Year).ToListAsync(cancellationToken);
    }

    /// <summary>What a table would do; changes nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CalendarPreview> PreviewAsync(CalendarYear table, CancellationToken cancellationToken = default)
    {
        if (table.Check() is { Count: > 0 } problems)
        {
            return new(problems, []);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new([], DeadlineReview.Preview(await OpenAsync(db, cancellationToken), calendar.Current.With(table)));
    }

    /// <summary>Puts a table into force and moves the deadlines that it changes, all in one transaction.</summary>
    /// <param name="actor">Who enters it; of 考核办 or 管理员.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it did, or what is wrong with it.</returns>
    public async Task<CalendarPreview> SaveAsync(Actor actor, CalendarYear table, CancellationToken cancellationToken = default)
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
        return await lane.RunAsync((db, cancel) => ApplyAsync(db, desk, actor, table, cancel), cancellationToken);
    }

    private async Task<CalendarPreview> ApplyAsync(KaoheDb db, TaskDesk desk, Actor actor, CalendarYear table, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var version = await KeepAsync(db, actor, table, now, cancellationToken);
        var moved = DeadlineReview.Preview(await OpenAsync(db, cancellationToken), desk.Calendar);
        foreach (var one in moved)
        {
            var command = DeadlineReview.Command(one, $"calendar:{table.Year}:{version}", now);
            var result = new TaskCascade(desk, new TaskShelf(db), now).Run(one.Task, command);
            await writer.WriteAsync(db, desk, result, origins: null, now, cancellationToken);
        }

        feed.PublishAfterCommit(db, OfficeCalendar.Topic);
        return new([], moved);
    }

    private static async Task<long> KeepAsync(KaoheDb db, Actor actor, CalendarYear table, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(table, OfficeJson.Options);
        if (await db.CalendarYears.FindAsync([table.Year], cancellationToken) is { } row)
        {
            (row.Json, row.ById, row.ByName, row.At, row.Version) = (json, actor.Id, actor.Name, now, row.Version + 1);
            return row.Version;
        }

        db.CalendarYears.Add(new CalendarYearRow { Year = table.Year, Version = 1, ById = actor.Id, ByName = actor.Name, At = now, Json = json });
        return 1;
    }

    private static async Task<IReadOnlyList<HumanTask>> OpenAsync(KaoheDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Tasks.Where(task => task.IsLive && task.DueAt != null).OrderBy(task => task.DueAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(TaskStore.Read);
    }
}
