using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tasks;

/// <summary>
/// Finds tasks by a part of their title. Chinese has no spaces, so a title is kept as its pairs of neighbouring characters: on SQLite in a full-text
/// table, on PostgreSQL in an array with a GIN index. A text is found where all its pairs are; the caller looks at the title itself once more.
/// </summary>
internal static class TaskSearch
{
    /// <summary>A text shorter than this has no pair and cannot be found by index.</summary>
    public const int Shortest = 2;

    /// <summary>Keeps the title of a new task; titles never change.</summary>
    public static Task AddAsync(KaoheDb db, string taskId, string title, CancellationToken cancellationToken) => db.Database.IsSqlite()
        ? db.Database.ExecuteSqlAsync($"INSERT INTO task_search (task_id, pairs) VALUES ({taskId}, {string.Join(' ', Pairs(title).Select(Token))})", cancellationToken)
        : db.Database.ExecuteSqlAsync($"INSERT INTO task_search (task_id, pairs) VALUES ({taskId}, {Pairs(title)}) ON CONFLICT (task_id) DO UPDATE SET pairs = excluded.pairs", cancellationToken);

    /// <summary>Ids of tasks whose titles hold all pairs of a text.</summary>
    public static IQueryable<string> Find(KaoheDb db, string text) => db.Database.IsSqlite()
        ? db.Database.SqlQuery<string>($"SELECT task_id AS \"Value\" FROM task_search WHERE task_search MATCH {string.Join(' ', Pairs(text).Select(Token))}")
        : db.Database.SqlQuery<string>($"SELECT task_id AS \"Value\" FROM task_search WHERE pairs @> {Pairs(text)}");

    /// <summary>Whether more than so many titles hold a text. Said of a text too short for the index: no.</summary>
    public static async Task<bool> IsCommonAsync(KaoheDb db, string text, int most, CancellationToken cancellationToken)
    {
        if (text.Length < Shortest)
        {
            return false;
        }

        // A pair itself is found exactly; of a longer text each title is looked at, because its pairs may stand apart there.
        var found = Find(db, text).Take(most + 1);
        return most < await (text.Length == Shortest ? found.CountAsync(cancellationToken) : Holding(db.Tasks.Where(task => found.Contains(task.Id)), text).CountAsync(cancellationToken));
    }

    private static IQueryable<TaskRow> Holding(IQueryable<TaskRow> tasks, string text) =>
#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL, which has one lower()
        tasks.Where(task => task.Title.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862

    private static string[] Pairs(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        return plain.Length < Shortest ? [] : [.. Enumerable.Range(0, plain.Length - 1).Select(start => plain.Substring(start, 2)).Distinct(StringComparer.Ordinal)];
    }

    // Letters and digits only, so that the full-text table takes every pair as one word, whatever the characters are.
    private static string Token(string pair) => "x" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(pair));
}
