using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tasks;

/// <summary>Reads and writes tasks within the caller's context; writing belongs into a mutation of the write lane.</summary>
public static class TaskStore
{
    /// <summary>A task with what it came with. Outside of the lane nobody adds tasks, so there is nothing but what the database has.</summary>
    /// <returns>None when there is no such task.</returns>
    public static async Task<StoredTask?> FindAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        ((db.InLane ? db.Held<TaskRow>(id) : null) ?? await HotQueries.Of(db).Task(db, id, cancellationToken)) is { } row ? Of(row) : null;

    /// <summary>A task as its row holds it.</summary>
    public static StoredTask Of(TaskRow row) => new(Read(row), TaskOrigin.Of(row));

    /// <summary>The aggregate of a row.</summary>
    public static HumanTask Read(TaskRow row) => JsonSerializer.Deserialize<HumanTask>(row.Json, OfficeJson.Options)!;

    /// <summary>The history of a task, oldest first.</summary>
    public static async Task<IReadOnlyList<TaskEvent>> HistoryAsync(KaoheDb db, string id, CancellationToken cancellationToken)
    {
        List<TaskEvent> events = [];
        await foreach (var line in HotQueries.Of(db).History(db, id).WithCancellation(cancellationToken))
        {
            events.Add(JsonSerializer.Deserialize<TaskEvent>(line, OfficeJson.Options)!);
        }

        return events;
    }

    /// <summary>The files on a task, oldest first; those taken off are left out.</summary>
    public static async Task<IReadOnlyList<TaskAttachmentRow>> AttachmentsAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        await HotQueries.Of(db).Attachments(db, id).ToListAsync(cancellationToken);

    /// <summary>Keys of the notices of a task that were sent or skipped.</summary>
    public static async Task<HashSet<string>> SentNoticesAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        [.. await db.TaskNotices.AsNoTracking().Where(notice => notice.TaskId == id).Select(notice => notice.Key).ToListAsync(cancellationToken)];

    /// <summary>Rows of tasks, tracked, by id; those that are not stored are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, TaskRow>> RowsAsync(KaoheDb db, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = db.Held<TaskRow>().Where(row => ids.Contains(row.Id)).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var others = ids.Where(id => !rows.ContainsKey(id)).ToList();
        foreach (var row in others.Count == 0 ? [] : await db.Tasks.Where(row => others.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            rows.Add(row.Id, row);
        }

        return rows;
    }

    /// <summary>Writes everything that a command made.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="result">From <see cref="TaskCascade"/>; without problems.</param>
    /// <param name="origins">For new tasks, what they came with, by id; a new task that is not listed came with nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(
        KaoheDb db, CascadeResult result, IReadOnlyDictionary<string, TaskOrigin>? origins = null, CancellationToken cancellationToken = default)
    {
        var rows = await RowsAsync(db, [.. result.Tasks.Select(task => task.Id)], cancellationToken);
        foreach (var task in result.Tasks)
        {
            if (rows.TryGetValue(task.Id, out var row))
            {
                await UpdateAsync(db, row, task, cancellationToken);
            }
            else
            {
                TaskRows.Add(db, task, origins?.GetValueOrDefault(task.Id) ?? TaskOrigin.None);
                await TaskSearch.AddAsync(db, task.Id, task.Title, cancellationToken);
            }
        }

        foreach (var round in result.Rounds)
        {
            await WriteAsync(db, round, cancellationToken);
        }

        Append(db, result.Events);
    }

    /// <summary>Appends to histories.</summary>
    public static void Append(KaoheDb db, IEnumerable<TaskEvent> events)
    {
        foreach (var version in events.GroupBy(line => (line.TaskId, line.Sequence)))
        {
            db.TaskEvents.AddRange(version.Select((line, place) => new TaskEventRow
            {
                TaskId = line.TaskId,
                Sequence = line.Sequence,
                Place = place,
                At = line.At,
                Kind = line.Kind,
                ActorId = line.ActorId,
                Json = JsonSerializer.Serialize(line, OfficeJson.Options),
            }));
        }
    }

    /// <summary>A round of signatures.</summary>
    /// <returns>None when there is no such round.</returns>
    public static async Task<SigningRound?> FindRoundAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        await db.SigningRounds.FindAsync([id], cancellationToken) is { } row ? Read(row) : null;

    internal static SigningRound Read(SigningRoundRow row) => JsonSerializer.Deserialize<SigningRound>(row.Json, OfficeJson.Options)!;

    // Rows that hang on the task follow it in one statement a table, not in one a row.
    private static async Task UpdateAsync(KaoheDb db, TaskRow row, HumanTask task, CancellationToken cancellationToken)
    {
        var (order, open) = (row.InboxOrder, row.State == TaskState.Open ? row.InboxOrder : (long?)null);
        TaskRows.Copy(task, row);
        if (row.InboxOrder != order)
        {
            await db.TaskPeople.Where(person => person.TaskId == task.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.InboxOrder, row.InboxOrder), cancellationToken);
        }

        await AddPeopleAsync(db, task, cancellationToken);
        if (TaskRows.OpenOrder(task) is var now && now != open)
        {
            await db.TaskCandidates.Where(candidate => candidate.TaskId == task.Id).ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.OpenOrder, now), cancellationToken);
        }
    }

    private static Task AddPeopleAsync(KaoheDb db, HumanTask task, CancellationToken cancellationToken)
    {
        var (batch, sql) = (new SqlBatch(), HotSql.Of(db)[typeof(TaskPersonRow)]);
        foreach (var person in TaskRows.People(task))
        {
            batch.Add(sql.Ensure, sql.Values(person));
        }

        return batch.ExecuteAsync(db, cancellationToken);
    }

    private static async Task WriteAsync(KaoheDb db, SigningRound round, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(round, OfficeJson.Options);
        if (await db.SigningRounds.FindAsync([round.Id], cancellationToken) is { } row)
        {
            (row.Version, row.State, row.Json) = (round.Version, round.State, json);
        }
        else
        {
            db.SigningRounds.Add(new SigningRoundRow { Id = round.Id, Version = round.Version, State = round.State, InstanceId = round.InstanceId, Json = json });
        }
    }
}
