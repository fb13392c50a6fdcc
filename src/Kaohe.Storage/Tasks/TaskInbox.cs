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
    /// <summary>The longest list: what comes after is not counted, paged or chosen; a person narrows the list instead.</summary>
    public const int Longest = 5000;

    /// <summary>Reads a page of a box.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="filter">Which box, narrowed and ordered.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page; a total of more than <see cref="Longest"/> says that there are more than that.</returns>
    public async Task<Page<TaskLine>> ListAsync(Actor actor, InboxFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var skip = Math.Clamp(page.Skip, 0, Longest);
        var take = Math.Clamp(page.Take, 0, Math.Min(PageRequest.MaxTake, Longest - skip));
        var isCommon = await IsCommonAsync(db, filter, cancellationToken);
        var items = await Lines(db, actor, filter, isCommon, skip, take).ToListAsync(cancellationToken);

        // A page that is not full is the last one: the total is known without counting.
        var isLast = items.Count < take && (items.Count > 0 || skip == 0);
        return new Page<TaskLine>(items, isLast ? skip + items.Count : await TotalAsync(db, actor, filter, isCommon, cancellationToken));
    }

    /// <summary>Reads a whole list in its order, for a file, a calendar or a choice of everything.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="filter">Which box, narrowed and ordered.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TaskLine>> AllAsync(Actor actor, InboxFilter filter, int most = Longest, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Lines(db, actor, filter, await IsCommonAsync(db, filter, cancellationToken), skip: 0, most).ToListAsync(cancellationToken);
    }

    /// <summary>How many live tasks of a box are overdue, due today, and so on.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="box">Which box; 待办 as the bell and the workbench show it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InboxCount> CountAsync(Actor actor, InboxBox box = InboxBox.Todo, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var edges = InboxEdges.At(clock.GetUtcNow());
        var counted = await InboxBoxes.Of(db, actor, box).Where(key => key.Order < InboxOrder.Ended)
            .GroupBy(_ => 1)
            .Select(all => new InboxCount(
                all.Count(key => key.Order < edges.Now),
                all.Count(key => key.Order >= edges.Now && key.Order < edges.Tomorrow),
                all.Count(key => key.Order >= edges.Tomorrow && key.Order < edges.NextWeek),
                all.Count(key => key.Order >= edges.NextWeek && key.Order < InboxOrder.NoDeadline),
                all.Count(key => key.Order >= InboxOrder.NoDeadline)))
            .FirstOrDefaultAsync(cancellationToken);
        return counted ?? InboxCount.Nothing;
    }

    // By deadline and without a condition on the tasks themselves, only those of the page are looked at.
    private IQueryable<TaskLine> Lines(KaoheDb db, Actor actor, InboxFilter filter, bool isCommon, int skip, int take)
    {
        if (filter is { AsksTask: false, Sort: InboxSort.Due })
        {
            var keys = Within(InboxBoxes.Of(db, actor, filter.Box), filter).OrderBy(key => key.Order).ThenBy(key => key.Id).Skip(skip).Take(take);
            return keys.Join(db.Tasks, key => key.Id, task => task.Id, (key, task) => new InboxEntry { Task = task, Order = key.Order })
                .OrderBy(entry => entry.Order).ThenBy(entry => entry.Task.Id).Select(entry => entry.Task).Select(TaskLine.FromRow);
        }

        var tasks = Narrow(db, actor, filter, isCommon);
        var ordered = filter.Sort switch
        {
            InboxSort.Newest => tasks.OrderByDescending(entry => entry.Task.CreatedAt).ThenByDescending(entry => entry.Task.Id),
            InboxSort.Oldest => tasks.OrderBy(entry => entry.Task.CreatedAt).ThenBy(entry => entry.Task.Id),
            _ => tasks.OrderBy(entry => entry.Order).ThenBy(entry => entry.Task.Id),
        };
        return ordered.Skip(skip).Take(take).Select(entry => entry.Task).Select(TaskLine.FromRow);
    }

    private Task<int> TotalAsync(KaoheDb db, Actor actor, InboxFilter filter, bool isCommon, CancellationToken cancellationToken)
    {
        if (isCommon && filter with { Text = null } == new InboxFilter { Box = filter.Box, Sort = filter.Sort })
        {
            return Task.FromResult(Longest + 1);
        }

        return filter.AsksTask
            ? Narrow(db, actor, filter, isCommon).Take(Longest + 1).CountAsync(cancellationToken)
            : Within(InboxBoxes.Of(db, actor, filter.Box), filter).Take(Longest + 1).CountAsync(cancellationToken);
    }

    private static string? Text(InboxFilter filter) => string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim().ToLowerInvariant();

    // Whether a text among all tasks is in more titles than a list shows.
    private static async Task<bool> IsCommonAsync(KaoheDb db, InboxFilter filter, CancellationToken cancellationToken) =>
        filter.Box == InboxBox.All && Text(filter) is { } text && await TaskSearch.IsCommonAsync(db, text, Longest, cancellationToken);

    private (long First, long End) Range(InboxFilter filter)
    {
        var (from, to) = InboxEdges.At(clock.GetUtcNow()).Of(filter.Due);
        var first = Math.Max(from, filter.DueFrom is { } since ? InboxOrder.At(OfficeTime.At(since, TimeOnly.MinValue)) : 0);
        var end = Math.Min(to, filter.DueTo is { } until ? InboxOrder.At(OfficeTime.At(until.AddDays(1), TimeOnly.MinValue)) : long.MaxValue);
        return (filter.IsLive == false ? Math.Max(first, InboxOrder.Ended) : first, filter.IsLive == true ? Math.Min(end, InboxOrder.Ended) : end);
    }

    private IQueryable<InboxKey> Within(IQueryable<InboxKey> keys, InboxFilter filter)
    {
        var (first, end) = Range(filter);
        keys = first > 0 ? keys.Where(key => key.Order >= first) : keys;
        return end < long.MaxValue ? keys.Where(key => key.Order < end) : keys;
    }

    private IQueryable<InboxEntry> Narrow(KaoheDb db, Actor actor, InboxFilter filter, bool isCommon)
    {
        var tasks = InboxBoxes.EntriesOf(db, actor, filter.Box);
        var (first, end) = Range(filter);
        tasks = first > 0 ? tasks.Where(entry => entry.Order >= first) : tasks;
        tasks = end < long.MaxValue ? tasks.Where(entry => entry.Order < end) : tasks;
        tasks = filter.CycleYear is { } year ? tasks.Where(entry => entry.Task.CycleYear == year) : tasks;
        tasks = filter.StepCode is { } step ? tasks.Where(entry => entry.Task.StepCode == step) : tasks;
        tasks = filter.UnitId is { } unit ? tasks.Where(entry => entry.Task.UnitId == unit) : tasks;
        tasks = filter.Kind is { } kind ? tasks.Where(entry => entry.Task.Kind == kind) : tasks;
        return Text(filter) is { } text ? WithText(db, tasks, filter.Box, text, isCommon) : tasks;
    }

    // A person's own boxes are short enough to look at every title. Among all tasks the pairs of characters find a text that few titles hold; one that
    // many hold is soon met on the way through the list in its order.
    private static IQueryable<InboxEntry> WithText(KaoheDb db, IQueryable<InboxEntry> tasks, InboxBox box, string text, bool isCommon)
    {
        if (isCommon)
        {
#pragma warning disable CA1304, CA1307, CA1311, CA1862, CA2249 // translated to SQL. Of LIKE a database believes that it finds next to nothing, and reads and sorts the whole table for it
            return tasks.Where(entry => entry.Task.Title.ToLower().IndexOf(text) >= 0);
        }

        if (box == InboxBox.All && text.Length >= TaskSearch.Shortest)
        {
            var found = TaskSearch.Find(db, text);
            tasks = tasks.Where(entry => found.Contains(entry.Task.Id));
        }
        else if (box == InboxBox.All)
        {
            tasks = tasks.OrderBy(entry => entry.Order).Take(Longest + 1);
        }

        return tasks.Where(entry => entry.Task.Title.ToLower().Contains(text));
#pragma warning restore CA1304, CA1307, CA1311, CA1862, CA2249
    }
}
