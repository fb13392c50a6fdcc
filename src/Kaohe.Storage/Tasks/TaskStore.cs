using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tasks;

/// <summary>Reads and writes tasks within the caller's context; writing belongs into a mutation of the write lane.</summary>
public static class TaskStore
{
    /// <summary>A task with what it came with.</summary>
    /// <returns>None when there is no such task.</returns>
    public static async Task<StoredTask?> FindAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        await db.Tasks.SingleOrDefaultAsync(task => task.Id == id, cancellationToken) is { } row ? Of(row) : null;

    /// <summary>A task as its row holds it.</summary>
    public static StoredTask Of(TaskRow row) => new(Read(row), TaskOrigin.Of(row));

    /// <summary>The aggregate of a row.</summary>
    public static HumanTask Read(TaskRow row) => JsonSerializer.Deserialize<HumanTask>(row.Json, OfficeJson.Options)!;

    /// <summary>The history of a task, oldest first.</summary>
    public static async Task<IReadOnlyList<TaskEvent>> HistoryAsync(KaoheDb db, string id, CancellationToken cancellationToken)
    {
        var lines = await db.TaskEvents.AsNoTracking().Where(line => line.TaskId == id)
            .OrderBy(line => line.Sequence).ThenBy(line => line.Place).Select(line => line.Json).ToListAsync(cancellationToken);
        return [.. lines.Select(line => JsonSerializer.Deserialize<TaskEvent>(line, OfficeJson.Options)!)];
    }

    /// <summary>Keys of the notices of a task that were sent or skipped.</summary>
    public static async Task<HashSet<string>> SentNoticesAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        [.. await db.TaskNotices.AsNoTracking().Where(notice => notice.TaskId == id).Select(notice => notice.Key).ToListAsync(cancellationToken)];

    /// <summary>Writes everything that a command made.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="result">From <see cref="TaskCascade"/>; without problems.</param>
    /// <param name="origins">For new tasks, what they came with, by id; a new task that is not listed came with nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(
        KaoheDb db, CascadeResult result, IReadOnlyDictionary<string, TaskOrigin>? origins = null, CancellationToken cancellationToken = default)
    {
        foreach (var task in result.Tasks)
        {
            if (await db.Tasks.FindAsync([task.Id], cancellationToken) is { } row)
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

    private static async Task UpdateAsync(KaoheDb db, TaskRow row, HumanTask task, CancellationToken cancellationToken)
    {
        var before = row.State == TaskState.Open ? row.InboxOrder : (long?)null;
        TaskRows.Copy(task, row);
        var known = await db.TaskPeople.Where(person => person.TaskId == task.Id).ToListAsync(cancellationToken);
        known.ForEach(person => person.InboxOrder = row.InboxOrder);
        var wanted = TaskRows.People(task).ToDictionary(person => (person.PersonId, person.Part));
        db.TaskPeople.AddRange(wanted.Values.Where(person => !known.Exists(one => one.PersonId == person.PersonId && one.Part == person.Part)));
        if (TaskRows.OpenOrder(task) is var open && open != before)
        {
            await foreach (var candidate in db.TaskCandidates.Where(candidate => candidate.TaskId == task.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                candidate.OpenOrder = open;
            }
        }
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
