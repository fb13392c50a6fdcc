using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tasks;

/// <summary>
/// Lists of tasks, answered by indexes. A box holds only tasks that <see cref="TaskAccess"/> lets the person see; a test holds the two together.
/// </summary>
/// <param name="databases">Contexts.</param>
/// <param name="clock">Says what is overdue.</param>
public sealed class TaskInbox(IDbContextFactory<KaoheDb> databases, TimeProvider clock)
{
    /// <summary>Reads a page of a box: todo by deadline, what has ended by its end, newest first.</summary>
    public async Task<Page<TaskLine>> ListAsync(Actor actor, InboxFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tasks = Narrow(InboxBoxes.Of(db, actor, filter.Box), filter);
        var ordered = filter.Box is InboxBox.Done or InboxBox.Copied
            ? tasks.OrderByDescending(task => task.EndedAt).ThenByDescending(task => task.CreatedAt).ThenBy(task => task.Id)
            : tasks.OrderByDescending(task => task.IsLive).ThenBy(task => task.DueAt == null).ThenBy(task => task.DueAt)
                .ThenByDescending(task => task.Priority).ThenBy(task => task.CreatedAt).ThenBy(task => task.Id);
        return await page.ReadAsync(ordered.Select(TaskLine.FromRow), cancellationToken);
    }

    /// <summary>How many tasks of the person's 待办 are overdue, due today, due within seven days and there at all; each number includes the one before.</summary>
    public async Task<InboxCount> CountAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var todo = InboxBoxes.Of(db, actor, InboxBox.Todo);
        return new InboxCount(
            await Narrow(todo, new InboxFilter { Due = InboxDue.Overdue }).CountAsync(cancellationToken),
            await Narrow(todo, new InboxFilter { Due = InboxDue.Today }).CountAsync(cancellationToken),
            await Narrow(todo, new InboxFilter { Due = InboxDue.Week }).CountAsync(cancellationToken),
            await todo.CountAsync(cancellationToken));
    }

    private IQueryable<TaskRow> Narrow(IQueryable<TaskRow> tasks, InboxFilter filter)
    {
        var now = clock.GetUtcNow();
        var today = OfficeTime.DateOf(now);
        DateTimeOffset? until = filter.Due switch
        {
            InboxDue.Overdue => now,
            InboxDue.Today => OfficeTime.EndOf(today),
            InboxDue.Week => OfficeTime.EndOf(today.AddDays(7)),
            _ => null,
        };
        tasks = until is { } last ? tasks.Where(task => task.IsLive && task.DueAt <= last) : tasks;
        tasks = filter.CycleYear is { } year ? tasks.Where(task => task.CycleYear == year) : tasks;
        tasks = filter.StepCode is { } step ? tasks.Where(task => task.StepCode == step) : tasks;
        tasks = filter.UnitId is { } unit ? tasks.Where(task => task.UnitId == unit) : tasks;
        tasks = filter.Kind is { } kind ? tasks.Where(task => task.Kind == kind) : tasks;
        tasks = filter.IsLive is { } live ? tasks.Where(task => task.IsLive == live) : tasks;
        return string.IsNullOrWhiteSpace(filter.Text) ? tasks : tasks.Where(task => task.Title.Contains(filter.Text.Trim()));
    }
}

/// <summary>Sizes of a person's 待办.</summary>
/// <param name="Overdue">Past their deadline.</param>
/// <param name="Today">Due today at the latest.</param>
/// <param name="Week">Due within seven days.</param>
/// <param name="All">All.</param>
public sealed record InboxCount(int Overdue, int Today, int Week, int All);
