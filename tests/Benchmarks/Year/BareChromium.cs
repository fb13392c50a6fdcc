using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;

namespace Kaohe.Benchmarks.Year;

/// <summary>
/// Chromium with nobody looking over its shoulder. Playwright has the browser report every request, script and frame while a page loads, which on two cores can cost the page time;
/// here a tab is told where to go and asked afterwards what its own clock says.
/// </summary>
internal sealed class BareChromium : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _tab = new();
    private int _sent;

    private BareChromium(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>Starts it with an empty profile and takes its first tab.</summary>
    public static async Task<BareChromium> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("kaohe-chromium-").FullName;
        var process = Process.Start(new ProcessStartInfo(
            Browsers.Find(), [.. Browsers.Arguments, "--window-size=1440,900", $"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank"]) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var chromium = new BareChromium(process, profile);
        await chromium._tab.ConnectAsync(await chromium.TabAsync(), CancellationToken.None);
        return chromium;
    }

    /// <summary>Sends a command of the DevTools protocol and waits for its answer.</summary>
    public async Task<JsonNode> SendAsync(string method, object parameters)
    {
        var id = ++_sent;
        await _tab.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            var message = await ReceiveAsync();
            if (message["id"]?.GetValue<int>() == id)
            {
                return message["result"] ?? throw new InvalidOperationException($"{method}: {message["error"]}");
            }
        }
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression) =>
        (await SendAsync("Runtime.evaluate", new { expression, returnByValue = true }))["result"]?["value"];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _tab.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _tab.ReceiveAsync(buffer, CancellationToken.None);
            await message.WriteAsync(buffer.AsMemory(0, part.Count));
        }
        while (!part.EndOfMessage);
        message.Position = 0;
        return (await JsonNode.ParseAsync(message))!;
    }

    // It writes the port into its profile when it listens.
    private async Task<Uri> TabAsync()
    {
        var file = Path.Combine(_profile, "DevToolsActivePort");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            await timer.WaitForNextTickAsync();
        }

        var port = (await File.ReadAllLinesAsync(file))[0];
        using var http = new HttpClient();
        var targets = JsonNode.Parse(await http.GetStringAsync($"http://127.0.0.1:{port}/json/list"))!.AsArray();
        return new Uri(targets.First(target => target!["type"]!.GetValue<string>() == "page")!["webSocketDebuggerUrl"]!.GetValue<string>());
    }
}
