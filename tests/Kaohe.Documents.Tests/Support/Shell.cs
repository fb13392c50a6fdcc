using System.Diagnostics;
using Xunit;

namespace Kaohe.Documents.Tests.Support;

/// <summary>Runs the programs that judge our files: LibreOffice, poppler, qpdf, zbar.</summary>
internal static class Shell
{
    public static async Task<string> Run(string program, params string[] arguments)
    {
        var (exit, output, error) = await Try(program, arguments);
        return exit == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} → {exit}\n{output}\n{error}");
    }

    public static async Task<(int Exit, string Output, string Error)> Try(string program, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(Repository.Fonts, "fonts.conf");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }
}
