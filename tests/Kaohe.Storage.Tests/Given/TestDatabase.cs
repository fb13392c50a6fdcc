using Kaohe.Storage.Databases;

namespace Kaohe.Storage.Tests.Given;

/// <summary>A new, empty database for one test class.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public abstract DatabaseProvider Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>Why there is no such database here; null when there is one.</summary>
    public virtual string? Missing => null;

    /// <summary>A folder of its own, removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("kaohe-storage-").FullName;

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Settings that lead a host to this database.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Data:Folder"] = Folder,
        ["Database:Provider"] = Provider.ToString(),
        ["Database:ConnectionString"] = ConnectionString,
    };
}
