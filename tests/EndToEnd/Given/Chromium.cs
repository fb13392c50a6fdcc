using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

// One after the other: two servers and two browsers at a time would share the cores with each other's patience.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Kaohe.EndToEnd.Given;

/// <summary>One headless Chromium for all tests; each <see cref="Session"/> is a browser profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Browsers.LaunchAsync(_playwright);
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
        var context = await Browsers.OpenAsync(_browser!, address, screen, withScript);
        context.SetDefaultTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(120_000);
        return new Session(context, await context.NewPageAsync(), screen);
    }
}
