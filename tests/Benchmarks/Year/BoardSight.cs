using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.Benchmarks.Year;

/// <summary>The board as a person sees it in Chromium: from the click on 进度总览 until all rows are painted, over a circuit that stands, and from a new address.</summary>
internal static class BoardSight
{
    private const double Share = 0.95;

    // Every unit, the city's row and a heading for each kind of unit; painted when the second frame after the last of them begins.
    private const string Click =
        """
        () => new Promise(resolve => {
            const start = performance.now();
            const look = () => {
                if (document.querySelectorAll('.board tbody tr .cell-link').length < 105 * 11) { requestAnimationFrame(look); return; }
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
            };
            document.querySelector('a.side-link[href="/board"]').click();
            look();
        })
        """;

    // Runs in every document before its own scripts: asked only afterwards, the answer would come with what the page loads last.
    private const string Watch =
        """
        window.boardPainted = new Promise(resolve => {
            const look = () => {
                if (document.querySelectorAll('.board tbody tr .cell-link').length < 105 * 11) { requestAnimationFrame(look); return; }
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
            };
            look();
        });
        """;

    public static async Task MeasureAsync(KaoheProcess server, int rounds)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.LaunchAsync(playwright);
        await using var context = await Browsers.OpenAsync(browser, server.Address, Screen.Desk, withScript: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FillAsync(Duties.Checking);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(KaoheProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        await ReportAsync("the board after a click, circuit warm", rounds, async () =>
        {
            await page.Locator("a.side-link[href='/']").ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "工作台", Level = 1 }).WaitForAsync();
            return await page.EvaluateAsync<double>(Click);
        });
        await context.AddInitScriptAsync(Watch);
        await ReportAsync("the board from its address, page and circuit new", rounds, async () =>
        {
            await page.GotoAsync("/board");
            return await page.EvaluateAsync<double>("window.boardPainted");
        });
    }

    private static async Task ReportAsync(string what, int rounds, Func<Task<double>> measureAsync)
    {
        List<double> times = [];
        for (var round = -5; round < rounds; round++)
        {
            var time = await measureAsync();
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        times.Sort();
        YearLoad.Write(true, $"{what}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * Share)]:0} ms, most {times[^1]:0} ms of {rounds}");
    }
}
