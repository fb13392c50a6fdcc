using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kaohe.Storage.Sql;

/// <summary>Statements that run together in the transaction of a context: one round trip on PostgreSQL, prepared commands on SQLite.</summary>
internal sealed class SqlBatch
{
    private readonly List<Call> _calls = [];

    public int Count => _calls.Count;

    /// <summary>Adds a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="values">Values of its parameters.</param>
    public void Add(SqlText text, params object?[] values) => _calls.Add(new Call(text, values, null));

    /// <summary>Adds a statement that must change a row.</summary>
    /// <param name="unchanged">What is thrown when it changed none.</param>
    /// <param name="text">The statement.</param>
    /// <param name="values">Values of its parameters.</param>
    public void AddMust(Func<Exception> unchanged, SqlText text, params object?[] values) => _calls.Add(new Call(
        text,
        values,
        affected =>
        {
            if (affected == 0)
            {
                throw unchanged();
            }
        },
        Must: true));

    /// <summary>Adds a statement whose number of affected rows matters.</summary>
    /// <param name="then">Gets that number; what it throws ends the batch.</param>
    /// <param name="text">The statement.</param>
    /// <param name="values">Values of its parameters.</param>
    public void AddThen(Action<int> then, SqlText text, params object?[] values) => _calls.Add(new Call(text, values, then));

    /// <summary>Runs what was added, in order.</summary>
    public Task ExecuteAsync(KaoheDb db, CancellationToken cancellationToken)
    {
        if (_calls.Count == 0)
        {
            return Task.CompletedTask;
        }

        if (db.Database.GetDbConnection() is NpgsqlConnection connection)
        {
            return ExecuteAsync(connection, (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken);
        }

        Execute(db);
        return Task.CompletedTask;
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var from = 0;
        while (from < _calls.Count)
        {
            // The server goes on after a statement that changed nothing, so a statement that must change something ends its round trip.
            var must = _calls.FindIndex(from, c => c.Must);
            var to = must < 0 ? _calls.Count : must + 1;
            await ExecuteAsync(connection, transaction, _calls[from..to], cancellationToken);
            from = to;
        }
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, List<Call> calls, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var call in calls)
        {
            var command = new NpgsqlBatchCommand(call.Text.Text);
            for (var i = 0; i < call.Values.Length; i++)
            {
                var kind = call.Text.Kinds[i];
                var value = call.Values[i] is { } given ? kind.ToPostgres?.Invoke(given) ?? given : DBNull.Value;
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = kind.Postgres, Value = value });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        for (var i = 0; i < calls.Count; i++)
        {
            calls[i].Then?.Invoke(batch.BatchCommands[i].RecordsAffected);
        }
    }

    private void Execute(KaoheDb db)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (text, values, then, _) in _calls)
        {
            var command = db.Prepared.Get((SqliteConnection)db.Database.GetDbConnection(), text);
            command.Transaction = transaction;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] is { } given ? text.Kinds[i].ToSqlite?.Invoke(given) ?? given : DBNull.Value;
            }

            var affected = command.ExecuteNonQuery();
            then?.Invoke(affected);
        }
    }

    private readonly record struct Call(SqlText Text, object?[] Values, Action<int>? Then, bool Must = false);
}
