using System.Data;
using Microsoft.Data.Sqlite;

namespace Kaohe.Storage.Sql;

/// <summary>A command whose statement stays prepared: disposing it puts it back to the <see cref="KeptCommands"/> of its connection, unless it failed or the connection is closing.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private readonly KeptCommands _kept;

#pragma warning disable CA2100 // The text is that of a command that EF Core made.
    public KeptCommand(string text, SqliteConnection connection, KeptCommands kept)
        : base(text, connection) => _kept = kept;
#pragma warning restore CA2100

    /// <summary>Nobody uses it at the moment.</summary>
    public bool IsIdle { get; set; }

    /// <summary>Its last run failed; it is not used again.</summary>
    public bool IsSpoiled { get; set; }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !IsIdle && !IsSpoiled && DataReader is null && Connection?.State == ConnectionState.Open)
        {
            Parameters.Clear();
            Transaction = null;
            IsIdle = true;
            _kept.Put(this);
            return;
        }

        if (disposing)
        {
            _kept.Drop(this);
        }

        base.Dispose(disposing);
    }
}
