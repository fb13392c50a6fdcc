using System.Diagnostics;
using Kaohe.Storage.Tests.Given;

namespace Kaohe.Storage.Tests.Nodes;

/// <summary>A node as a process of its own.</summary>
public sealed class TestNodeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private TestNodeProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The node's id; known once it is ready.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Starts a node on the database; it appends to the given file.</summary>
    public static TestNodeProcess Launch(TestDatabase database, string linesFile, params string[] settings)
    {
        var info = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Kaohe.TestNode.dll"));
        foreach (var (name, value) in database.Settings)
        {
            info.ArgumentList.Add($"--{name}={value}");
        }

        info.ArgumentList.Add($"--Test:Lines={linesFile}");
        foreach (var setting in settings)
        {
            info.ArgumentList.Add($"--{setting}");
        }

        return new TestNodeProcess(Process.Start(info)!);
    }

    /// <summary>Waits until the node works.</summary>
    public async Task<TestNodeProcess> ReadyAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                Id = line["ready ".Length..];
                return this;
            }
        }

        throw new InvalidOperationException($"The node ended before it was ready: {await _errors}");
    }

    /// <summary>SIGKILL: no goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a signal by name, for example TERM, STOP or CONT.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the process has ended.</summary>
    /// <returns>What it said about errors.</returns>
    public async Task<string> ExitedAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await _errors;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
