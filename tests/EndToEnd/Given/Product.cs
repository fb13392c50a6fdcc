using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kaohe.EndToEnd.Given;

/// <summary>
/// The product as a person starts it: the real server process on a free loopback port over an empty temporary folder. Use it as a class fixture;
/// derive to change settings. What it says on the console is kept.
/// </summary>
public partial class Product : IAsyncLifetime
{
    private readonly List<string> _console = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Password of all demo accounts.</summary>
    public const string DemoPassword = "demo-e2e-2026";

    /// <summary>The temporary data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("kaohe-e2e-").FullName;

    public Uri Address { get; private set; } = null!;

    /// <summary>Lines that the server has written so far.</summary>
    public IReadOnlyList<string> Console
    {
        get
        {
            lock (_console)
            {
                return [.. _console];
            }
        }
    }

    /// <summary>Settings as environment variables, e.g. <c>Demo__Enabled</c>.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>The one-time password that the first start shows.</summary>
    public string OneTimePassword => OneTimePasswordLine().Match(string.Join('\n', Console)).Groups["password"].Value;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kaohe.Server.dll")])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Data__Folder"] = Folder;
        start.Environment["Demo__Password"] = DemoPassword;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Heard;
        _process.ErrorDataReceived += Heard;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The server has ended:\n{string.Join('\n', Console)}"));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _address.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Heard(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return;
        }

        lock (_console)
        {
            _console.Add(line.Data);
        }

        if (AddressLine().Match(line.Data) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"^  打开 (?<address>http\S+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"一次性密码 (?<password>\S+?)（", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneTimePasswordLine();
}

/// <summary>The product with its demo city.</summary>
public class DemoProduct : Product
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Demo__Enabled"] = "true" };
}
