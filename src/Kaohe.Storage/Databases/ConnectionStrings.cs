using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kaohe.Storage.Databases;

/// <summary>Completes what the settings say into a connection string.</summary>
internal static class ConnectionStrings
{
    /// <summary>For SQLite; makes the folder of the file.</summary>
    public static string Sqlite(DatabaseOptions options)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString ?? string.Empty);
        if (string.IsNullOrEmpty(builder.DataSource))
        {
            builder.DataSource = Path.Combine(options.DataFolder, "kaohe.db");
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        return builder.ToString();
    }

    /// <summary>For PostgreSQL; statements that come again are prepared.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static string Postgres(DatabaseOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new InvalidOperationException(
                "设置 Database:Provider 为 PostgreSql 时，必须同时设置 Database:ConnectionString，例如 Host=127.0.0.1;Database=kaohe;Username=kaohe。");
        }

        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = 100;
        }

        builder.ApplicationName ??= "kaohe";
        return builder.ToString();
    }
}
