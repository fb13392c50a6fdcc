using System.Diagnostics;

namespace Kaohe.Storage.Tests.Given;

/// <summary>PostgreSQL's own programs on this machine, and how to run them: as root under the account <c>postgres</c>, because they refuse to run as root.</summary>
internal static class PostgresPrograms
{
    private const string Account = "postgres";

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c> of the newest version installed; null when there is none.</summary>
    public static string? Find()
    {
        var program = OperatingSystem.IsWindows() ? "initdb.exe" : "initdb";
        string[] roots = ["/usr/lib/postgresql", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")];
        var versions = roots.Where(Directory.Exists).SelectMany(root => Directory.GetDirectories(root)).OrderByDescending(Number).Select(version => Path.Combine(version, "bin"));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return versions.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, program)));
    }

    /// <summary>Gives the folder to the account that the programs run under.</summary>
    public static async Task HandOverAsync(string folder)
    {
        if (IsRoot)
        {
            await StartAsync(folder, "chown", ["-R", Account, folder]);
        }
    }

    /// <summary>Runs one of the programs to its end; the server that <c>pg_ctl</c> leaves behind writes to its own log.</summary>
    public static Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments) =>
        IsRoot ? StartAsync(folder, "runuser", ["-u", Account, "--", program, .. arguments]) : StartAsync(folder, program, arguments);

    private static int Number(string folder) => int.TryParse(Path.GetFileName(folder), out var number) ? number : 0;

    private static async Task<(int Code, string Output)> StartAsync(string folder, string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        // Not WaitForExitAsync: it also waits for the pipes, which the server inherits and keeps open.
        await Task.Run(() => process.WaitForExit(TimeSpan.FromMinutes(2)));
        return (process.HasExited ? process.ExitCode : -1, output.ToString());
    }
}
