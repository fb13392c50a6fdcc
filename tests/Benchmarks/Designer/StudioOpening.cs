using System.Diagnostics;
using System.Globalization;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Studio;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Kaohe.Benchmarks.Designer;

/// <summary>How long somebody waits for the annual flow in Studio: from the click until its activities are drawn, with an empty browser cache and with a filled one.</summary>
internal static class StudioOpening
{
    private const int Cold = 3;
    private const int Warm = 5;
    private static readonly string[] _arguments = ["--headless", "--lang=zh-CN", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kaohe-studio-").FullName;
        await using var app = KaoheHost.Build(["--urls=http://127.0.0.1:0", $"--Data:Folder={folder}"], builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        await DesignerAccount.CreateAsync(app);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = _arguments });

        List<double> cold = [], warm = [];
        for (var visitor = 0; visitor < Cold; visitor++)
        {
            await using var context = await browser.NewContextAsync(new() { BaseURL = app.Urls.Single(), Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = 1440, Height = 900 } });
            context.SetDefaultTimeout(120_000);
            var page = await SignInAsync(context);
            cold.Add(await OpenAsync(page));
            for (var again = 0; visitor == 0 && again < Warm; again++)
            {
                warm.Add(await OpenAsync(page));
            }
        }

        Tell("first open, empty cache", cold);
        Tell("open again", warm);
        var load = await File.ReadAllTextAsync("/proc/loadavg");
        Console.WriteLine($"load of the machine at the end: {load[..load.IndexOf(' ', StringComparison.Ordinal)]}, {Environment.ProcessorCount} cores");
        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<IPage> SignInAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FillAsync(DesignerAccount.Name);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(DesignerAccount.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "工作台" }).WaitForAsync();
        return page;
    }

    private static async Task<double> OpenAsync(IPage page)
    {
        await page.GotoAsync("/");
        var began = Stopwatch.GetTimestamp();
        await page.GotoAsync(StudioAddresses.Flow("annual-assessment"), new() { WaitUntil = WaitUntilState.Commit });
        await page.FrameLocator("iframe.studio-frame").Locator(".x6-node").First.WaitForAsync();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Tell(string what, List<double> seconds)
    {
        seconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} best {seconds[0],5:0.0} s  median {seconds[seconds.Count / 2],5:0.0} s  worst {seconds[^1],5:0.0} s  ({seconds.Count} times)"));
    }
}
