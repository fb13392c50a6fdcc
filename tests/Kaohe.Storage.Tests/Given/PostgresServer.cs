using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Kaohe.Storage.Tests.Given;

/// <summary>
/// The PostgreSQL of one test run: the server that <c>KAOHE_TEST_POSTGRES</c> names, or a cluster of its own in a temporary folder on a free loopback port. Where
/// PostgreSQL is not installed its tests are skipped and say so, unless the variable is <c>required</c> (as <c>scripts/test.sh</c> sets it): then they fail.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Variable = "KAOHE_TEST_POSTGRES";
    private const string Required = "required";
    private const string User = "kaohe";
    private const int Attempts = 5;

    private readonly string? _given = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : null;
    private readonly string _password = RandomNumberGenerator.GetHexString(36);
    private string? _folder;
    private string? _bin;

    /// <summary>Where the server is; empty while <see cref="Missing"/> says why there is none.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Why the tests on PostgreSQL cannot run here; null when they can.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (_given is not null and not Required)
        {
            ConnectionString = _given;
            return;
        }

        _bin = PostgresPrograms.Find();
        if (_bin is null)
        {
            Missing = $"PostgreSQL is not installed here (Debian: apt-get install postgresql), and {Variable} names no server.";
            if (_given == Required)
            {
                throw new InvalidOperationException(Missing);
            }

            return;
        }

        await MakeClusterAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await PostgresPrograms.RunAsync(_folder, Program("pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder!, "data");

    private string Program(string name) => Path.Combine(_bin!, name);

    private async Task MakeClusterAsync()
    {
        _folder = Directory.CreateTempSubdirectory("kaohe-postgres-").FullName;
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, _password);
        await PostgresPrograms.HandOverAsync(_folder);
        var made = await PostgresPrograms.RunAsync(
            _folder, Program("initdb"), "-D", Data, "-U", User, $"--pwfile={password}", "--auth=scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync");
        if (made.Code != 0)
        {
            throw new InvalidOperationException($"initdb failed: {made.Output}");
        }
    }

    // Between asking for a free port and using it somebody else may take it, hence a few attempts.
    private async Task StartAsync()
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var port = FreePort();
            var log = Path.Combine(_folder!, "server.log");
            string[] options =
            [
                $"-p {port}", "-c listen_addresses=127.0.0.1", $"-c unix_socket_directories={(OperatingSystem.IsWindows() ? "''" : _folder)}", "-c max_connections=300",
                "-c fsync=off", "-c full_page_writes=off", "-c synchronous_commit=off", "-c autovacuum_naptime=10s",
            ];
            var started = await PostgresPrograms.RunAsync(_folder!, Program("pg_ctl"), "start", "-D", Data, "-l", log, "-w", "-t", "60", "-o", string.Join(' ', options));
            if (started.Code == 0)
            {
                ConnectionString = new NpgsqlConnectionStringBuilder
                {
                    Host = "127.0.0.1", Port = port, Username = User, Password = _password, Database = "postgres", IncludeErrorDetail = true,
                }.ToString();
                return;
            }

            Debug.WriteLine(started.Output);
        }

        throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync(Path.Combine(_folder!, "server.log"))}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
