using Kaohe.Storage.Databases;
using Npgsql;

namespace Kaohe.Storage.Tests.Given;

/// <summary>A new database on the PostgreSQL of this test run.</summary>
public sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    private readonly string _name = $"kaohe_test_{Guid.NewGuid():N}";
    private bool _created;

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = _name, IncludeErrorDetail = true }.ToString();

    public override string? Missing => server.Missing;

    public override async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            await OnServerAsync($"CREATE DATABASE {_name}");
            _created = true;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_created)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }

        await base.DisposeAsync();
    }

    private async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
