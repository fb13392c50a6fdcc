using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kaohe.Storage.Sql;

/// <summary>Prepared SQLite commands of one open connection.</summary>
internal sealed class PreparedCommands : IDisposable
{
    private readonly Dictionary<SqlText, SqliteCommand> _commands = [];
    private SqliteConnection? _connection;

    public SqliteCommand Get(SqliteConnection connection, SqlText text)
    {
        if (_connection != connection)
        {
            Dispose();
            _connection = connection;
        }

        if (!_commands.TryGetValue(text, out var command))
        {
            command = Create(connection, text);
            _commands.Add(text, command);
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection = null;
    }

    private static SqliteCommand Create(SqliteConnection connection, SqlText text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants of this assembly or derived from the model; values are parameters.
        command.CommandText = text.Text;
#pragma warning restore CA2100
        for (var i = 0; i < text.Kinds.Count; i++)
        {
            command.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), text.Kinds[i].Sqlite);
        }

        return command;
    }
}
