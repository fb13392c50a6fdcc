using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

// One after the other: two servers and two browsers at a time would share the cores with each other's patience.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Kaohe.EndToEnd.Given;

/// <summary>One headless Chromium for all tests; each <see cref="Session"/> is a browser profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] _arguments =
    [
        "--headless", "--lang=zh-CN", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = _arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a browser for somebody.</summary>
    /// <param name="product">The product.</param>
    /// <param name="screen">Size of the screen.</param>
    /// <param name="withScript">Whether scripts run.</param>
    public Task<Session> OpenAsync(Product product, Screen screen = Screen.Desk, bool withScript = true) => OpenAsync(product.Address, screen, withScript);

    /// <summary>Opens a browser for somebody.</summary>
    /// <param name="address">Where the product listens.</param>
    /// <param name="screen">Size of the screen.</param>
    /// <param name="withScript">Whether scripts run.</param>
    public async Task<Session> OpenAsync(Uri address, Screen screen = Screen.Desk, bool withScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = withScript,
            ViewportSize = screen == Screen.Desk ? new() { Width = 1440, Height = 900 } : new() { Width = 390, Height = 844 },
            HasTouch = screen == Screen.Phone,
        });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return new Session(context, await context.NewPageAsync(), screen);
    }

    // Debian's Chromium; scripts/test.sh installs it.
    private static string Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("chromium is not on the PATH: apt-get install chromium, or run scripts/test.sh.");
}

/// <summary>Sizes that every page is looked at in.</summary>
public enum Screen
{
    /// <summary>1440 × 900.</summary>
    Desk,

    /// <summary>390 × 844.</summary>
    Phone,
}
