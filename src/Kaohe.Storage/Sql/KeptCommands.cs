using Microsoft.Data.Sqlite;

namespace Kaohe.Storage.Sql;

/// <summary>The idle commands of one connection by their text, the one that was used longest ago first. Used by one thread at a time, as its connection is.</summary>
/// <param name="connection">Whose.</param>
internal sealed class KeptCommands(SqliteConnection connection)
{
    /// <summary>A statement takes about ten kilobytes; a request needs a few, the lane some dozens.</summary>
    private const int Most = 128;

    private readonly OrderedDictionary<string, KeptCommand> _idle = [];

    /// <summary>A command with this text, prepared if there was one.</summary>
    public KeptCommand Take(string text)
    {
        if (!_idle.Remove(text, out var command))
        {
#pragma warning disable CA2100 // The text is that of a command that EF Core made.
            return new KeptCommand(text, connection, this);
#pragma warning restore CA2100
        }

        command.IsIdle = false;
        return command;
    }

    /// <summary>Keeps a command that nobody uses any more; it may push out another one.</summary>
    public void Put(KeptCommand command)
    {
        if (_idle.TryGetValue(command.CommandText, out var twin))
        {
            twin.Dispose();
        }

        _idle.Add(command.CommandText, command);
        if (_idle.Count > Most)
        {
            _idle.GetAt(0).Value.Dispose();
        }
    }

    /// <summary>Forgets a command that ends.</summary>
    public void Drop(KeptCommand command)
    {
        if (_idle.TryGetValue(command.CommandText, out var kept) && kept == command)
        {
            _idle.Remove(command.CommandText);
        }
    }
}
