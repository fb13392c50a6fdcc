using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kaohe.Storage.Sql;

/// <summary>
/// Gives EF Core commands whose statements are prepared already. Microsoft.Data.Sqlite, unlike Npgsql, keeps no statement beyond its command, and SQLite took a third of its time for
/// parsing and planning the same few hundred texts again and again.
/// </summary>
internal sealed class KeepStatements : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<SqliteConnection, KeptCommands> _kept = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        var made = (SqliteCommand)result;
        if (made.Connection is not { } connection)
        {
            return result;
        }

        var command = _kept.GetValue(connection, of => new KeptCommands(of)).Take(made.CommandText);
        command.Transaction = made.Transaction;
        command.CommandTimeout = made.CommandTimeout;
        foreach (SqliteParameter parameter in made.Parameters)
        {
            command.Parameters.Add(parameter);
        }

        made.Dispose();
        return command;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Spoil(command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Spoil(command);
        return Task.CompletedTask;
    }

    private static void Spoil(DbCommand command)
    {
        if (command is KeptCommand kept)
        {
            kept.IsSpoiled = true;
        }
    }
}
