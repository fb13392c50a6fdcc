using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Given;

/// <summary>Chromium as Debian ships it, in Chinese.</summary>
public static class Browsers
{
    /// <summary>What it is started with, by root too.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--headless", "--lang=zh-CN", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Starts it.</summary>
    /// <param name="playwright">The driver.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });

    /// <summary>Opens a profile of its own: nothing of it is shared with another person's.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">Where the product listens.</param>
    /// <param name="screen">Size of the screen.</param>
    /// <param name="withScript">Whether scripts run.</param>
    public static Task<IBrowserContext> OpenAsync(IBrowser browser, Uri address, Screen screen, bool withScript) => browser.NewContextAsync(new()
    {
        BaseURL = address.ToString(),
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        JavaScriptEnabled = withScript,
        ViewportSize = screen.Size(),
        HasTouch = screen == Screen.Phone,
    });

    /// <summary>Debian's Chromium; scripts/test.sh installs it.</summary>
    public static string Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("chromium is not on the PATH: apt-get install chromium, or run scripts/test.sh.");
}
