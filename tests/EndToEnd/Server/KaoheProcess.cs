using System.Collections.Concurrent;
using System.Diagnostics;

namespace EndToEnd.Server;

/// <summary>The product as a user starts it: its own process over an empty temporary folder, with the demo city in it.</summary>
public class KaoheProcess : IAsyncDisposable
{
    /// <summary>Password of every account of the demo city.</summary>
    public const string Password = "kaohe-demo-2026";

    private const string Listening = "  打开 ";
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    /// <summary>The temporary folder that holds everything that changes.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("kaohe-year-").FullName;

    /// <summary>Whether the folder stays to be looked at; so does any with KAOHE_KEEP_FOLDER set.</summary>
    public bool KeepsFolder { get; init; } = Environment.GetEnvironmentVariable("KAOHE_KEEP_FOLDER") is { Length: > 0 };

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What the process has said so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder for what a test run leaves to look at.</summary>
    /// <param name="name">Name under TestResults.</param>
    public static string Results(string name) => Directory.CreateDirectory(Path.Combine(Root, "TestResults", name)).FullName;

    /// <summary>The process itself, for whoever measures it.</summary>
    public Process Running => _process!;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "--urls=http://127.0.0.1:0"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Data__Folder"] = Folder;
        start.Environment["Demo__Enabled"] = "true";
        start.Environment["Demo__Password"] = Password;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, address);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, address);
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The server ended before it listened:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await address.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        if (!KeepsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Hear(string? line, TaskCompletionSource<Uri> address)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal) && Uri.TryCreate(line[Listening.Length..].Trim(), UriKind.Absolute, out var found))
        {
            address.TrySetResult(found);
        }
    }

    // The server's own output folder: its static files lie beside it, as after scripts/run.sh.
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Root, "src", "Kaohe.Server", "bin", configuration, "net10.0", "Kaohe.Server.dll");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kaohe.Workflows.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
