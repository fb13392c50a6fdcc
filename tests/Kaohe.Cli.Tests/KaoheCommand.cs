using System.Diagnostics;
using System.Text;

namespace Kaohe.Cli.Tests;

/// <summary>Runs the real command as a process of its own.</summary>
internal static class KaoheCommand
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kaohe.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Writes a file into a folder that lives as long as the test run.</summary>
    public static string File(string name, string content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("kaohe-cli-").FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
