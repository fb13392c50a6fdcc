using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Kaohe.Benchmarks.Inbox;

/// <summary>
/// Ten years of a large city: 200 units, 2,000 people, one task in twenty live. One person of 考核办 has far more than anybody should: 1,000 tasks in
/// hand, 2,000 to claim by role, 60,000 done. Rows are written as the product writes them, but by SQL: what is measured is the reading.
/// </summary>
internal static class InboxFill
{
    public const int Units = 200;
    public const int Steps = 11;
    public const int Kinds = 20;
    private const int People = 2000;
    private const int Years = 10;
    private const int FirstYear = 2017;
    private static readonly string[] _works = ["填报督查材料", "撰写自查报告", "审核佐证材料", "确认考核预告", "整改情况复查", "报送签到表", "核对得分汇总", "签收结果通知书"];

    public static Person Office { get; } = new() { Id = "office-0", Name = "考核办经办人", Roles = [Role.Office.Code] };

    public static Person Clerk(int unit) => new()
    {
        Id = $"clerk-{unit}", Name = $"第{unit}区经办人", Roles = [Role.Unit.Code], Posts = [new Post(Unit(unit), PostCodes.Handler, "经办人")],
    };

    public static string Unit(int index) => $"unit-{index}";

    public static string Step(int index) => $"Step{index}";

    public static string Kind(int index) => $"kind-{index}";

    public static async Task EnsureAsync(KaoheDb db, int count, DateTimeOffset now)
    {
        if (await db.Tasks.AnyAsync())
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        foreach (var table in Tables(count, now))
        {
            await (connection is NpgsqlConnection postgres ? CopyAsync(postgres, table) : InsertAsync(connection, table));
        }

        await RunAsync(connection, "ANALYZE");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} tasks written in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private static IEnumerable<Table> Tables(int count, DateTimeOffset now)
    {
        yield return new("tasks", ["id", "version", "inbox_order", "state", "is_live", "kind", "title", "priority", "is_approval", "is_confidential", "is_returned", "unit_id", "cycle_year", "step_code",
            "assignee_id", "assignee_name", "due_at", "created_at", "ended_at", "ended_by_name", "outcome_label", "json"], Range(count, now).Select(task => task.Columns()));
        yield return new("task_people", ["task_id", "person_id", "part", "inbox_order"], Range(count, now).Where(task => task.PersonId is not null)
            .Select(task => new object?[] { task.Id, task.PersonId, nameof(TaskPart.Participant), task.Order }));
        yield return new("task_candidates", ["task_id", "match_key", "unit_id", "role", "open_order"], Range(count, now)
            .Select(task => new object?[] { task.Id, CandidateKeys.Of(task.Candidate), task.Candidate.UnitId, task.Candidate.Role, task.State == TaskState.Open ? task.Order : null }));
        yield return new("task_search", ["task_id", "pairs"], Range(count, now).Select(task => new object?[] { task.Id, Pairs(task.Title) }));
    }

    private static IEnumerable<FilledTask> Range(int count, DateTimeOffset now) => Enumerable.Range(0, count).Select(index => Make(index, now));

    private static FilledTask Make(int index, DateTimeOffset now)
    {
        var random = new Random(index);
        var unit = random.Next(Units);
        var year = FirstYear + random.Next(Years);
        var isLive = index % 20 == 0;
        var isOpen = isLive && index % 50 == 0;
        var byOffice = isLive ? index % 500 == 0 || index % 1000 == 20 : index % 16 == 1;
        var created = isLive ? now.AddDays(-random.Next(60)) : now.AddDays(-60 - random.Next(3400));
        return new FilledTask(
            $"t{index:x8}{random.Next():x8}", $"第{unit}区：{_works[random.Next(_works.Length)]}（{year}年第{random.Next(100_000)}号）", isLive ? isOpen ? TaskState.Open : TaskState.Assigned : TaskState.Completed,
            Kind(random.Next(Kinds)), Unit(unit), year, Step(random.Next(Steps)), isOpen ? null : byOffice ? Office.Id : random.Next(3) == 0 ? $"clerk-{unit}" : $"person-{random.Next(People)}",
            isOpen && byOffice ? Candidate.OfRole(Role.Office.Code) : Candidate.OfUnit(Unit(unit)), index % 10 == 0 && isLive && random.Next(10) == 0 ? null : created.AddDays(random.Next(90)), created,
            isLive ? null : created.AddDays(random.Next(30)), (TaskPriority)(random.Next(10) / 8));
    }

    private static string[] Pairs(string title) => [.. Enumerable.Range(0, title.Length - 1).Select(start => title.Substring(start, 2)).Distinct()];

    private static async Task CopyAsync(NpgsqlConnection connection, Table table)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({string.Join(',', table.Columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in table.Rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
            {
                await (value switch
                {
                    null => writer.WriteNullAsync(),
                    DateTimeOffset time => writer.WriteAsync(time.ToUniversalTime(), NpgsqlDbType.TimestampTz),
                    _ => writer.WriteAsync(value),
                });
            }
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync(DbConnection connection, Table table)
    {
        await RunAsync(connection, "PRAGMA synchronous = OFF");
        await RunAsync(connection, "PRAGMA cache_size = -400000");
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table.Name} ({string.Join(',', table.Columns)}) VALUES ({string.Join(',', table.Columns.Select(column => "$" + column))})";
        foreach (var column in table.Columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$" + column;
            command.Parameters.Add(parameter);
        }

        foreach (var row in table.Rows)
        {
            for (var place = 0; place < row.Length; place++)
            {
                command.Parameters[place].Value = row[place] switch
                {
                    null => DBNull.Value,
                    DateTimeOffset time => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                    string[] pairs => string.Join(' ', pairs.Select(pair => "x" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(pair)))),
                    var value => value,
                };
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Table(string Name, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows);
}
