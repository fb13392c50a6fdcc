using Kaohe.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Kaohe.Storage.Tests.Given;

public sealed class SqliteDatabase : TestDatabase
{
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override string ConnectionString => $"Data Source={Path.Combine(Folder, "kaohe.db")}";

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return base.DisposeAsync();
    }
}
