using Kaohe.Storage.Databases;
using Npgsql;

namespace Kaohe.Storage.Tests.Given;

/// <summary>A new database on the server that <c>KAOHE_TEST_POSTGRES</c> names. Without the variable every test of the class fails and says so.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private const string Variable = "KAOHE_TEST_POSTGRES";
    private readonly string _name = $"kaohe_test_{Guid.NewGuid():N}";
    private bool _created;

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name, IncludeErrorDetail = true }.ToString();

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"The PostgreSQL half of the storage tests needs a server. Set {Variable} to its connection string, for example \"Host=127.0.0.1;Port=5432;Username=postgres\" (scripts/test.sh starts one).");

    public override async ValueTask InitializeAsync()
    {
        await OnServerAsync($"CREATE DATABASE {_name}");
        _created = true;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_created)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }

        await base.DisposeAsync();
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
