using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kaohe.Storage.Sql;

/// <summary>Statements that run together in the transaction of a context: one round trip on PostgreSQL, prepared commands on SQLite.</summary>
internal sealed class SqlBatch
{
    private readonly List<(SqlText Text, object?[] Values, Action<int>? Then)> _calls = [];

    public int Count => _calls.Count;

    /// <summary>Adds a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="values">Values of its parameters.</param>
    public void Add(SqlText text, params object?[] values) => _calls.Add((text, values, null));

    /// <summary>Adds a statement that must change a row.</summary>
    /// <param name="unchanged">What is thrown when it changed none.</param>
    /// <param name="text">The statement.</param>
    /// <param name="values">Values of its parameters.</param>
    public void AddMust(Func<Exception> unchanged, SqlText text, params object?[] values) => AddThen(
        affected =>
        {
            if (affected == 0)
            {
                throw unchanged();
            }
        },
        text,
        values);

    /// <summary>Adds a statement whose number of affected rows matters.</summary>
    /// <param name="then">Gets that number; what it throws ends the batch.</param>
    /// <param name="text">The statement.</param>
    /// <param name="values">Values of its parameters.</param>
    public void AddThen(Action<int> then, SqlText text, params object?[] values) => _calls.Add((text, values, then));

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
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (text, values, _) in _calls)
        {
            var command = new NpgsqlBatchCommand(text.Text);
            for (var i = 0; i < values.Length; i++)
            {
                var kind = text.Kinds[i];
                var value = values[i] is { } given ? kind.ToPostgres?.Invoke(given) ?? given : DBNull.Value;
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = kind.Postgres, Value = value });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        for (var i = 0; i < _calls.Count; i++)
        {
            _calls[i].Then?.Invoke(batch.BatchCommands[i].RecordsAffected);
        }
    }

    private void Execute(KaoheDb db)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (text, values, then) in _calls)
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
}
