namespace Kaohe.Storage.Databases;

/// <summary>Which database is used.</summary>
public enum DatabaseProvider
{
    /// <summary>One file beside the product; one node.</summary>
    Sqlite,

    /// <summary>A server; any number of nodes.</summary>
    PostgreSql,
}

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Database";

    /// <summary>Which database; SQLite unless set.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How to reach it. SQLite: empty means <c>kaohe.db</c> in <see cref="DataFolder"/>. PostgreSQL: required.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether migrations are applied at start; on unless set.</summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>Folder of everything mutable, from <c>Data:Folder</c>; <c>var</c> unless set.</summary>
    public string DataFolder { get; set; } = "var";
}
