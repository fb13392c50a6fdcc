using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.Benchmarks.Year;

/// <summary>The board as a person sees it in Chromium: from the click on 进度总览 until all rows are painted, over a circuit that stands, and from a new address.</summary>
internal static class BoardSight
{
    private const double Share = 0.95;
    private const int WarmUp = 5;

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

    private const string Seen =
        """
        ({
            painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
            parsed: performance.getEntriesByType('navigation')[0].domInteractive,
            cells: document.querySelectorAll('.board tbody tr .cell-link').length,
        })
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

        Report("the board after a click, circuit warm", await RepeatAsync(rounds, async () =>
        {
            await page.Locator("a.side-link[href='/']").ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "工作台", Level = 1 }).WaitForAsync();
            return await page.EvaluateAsync<double>(Click);
        }));
        await FromAddressAsync(server, (await context.CookiesAsync()).Select(cookie => (cookie.Name, cookie.Value)), rounds);

        // A tab of its own, without what thirty boards have left in the first one.
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await context.AddInitScriptAsync(Watch);
        var times = await RepeatAsync(rounds, async () =>
        {
            await page.GotoAsync("/board");
            var painted = await page.EvaluateAsync<double>("window.boardPainted");

            // Nobody opens it again before it can be used; begun earlier, the next round would wait for this one's circuit.
            await page.Locator(".frame:not([inert])").WaitForAsync();
            return (painted, alive: await page.EvaluateAsync<double>("performance.now()"));
        });
        Report("the same in a browser that Playwright watches", times.Select(time => time.painted));
        Report("the same there until it can be worked with", times.Select(time => time.alive));
    }

    // The browser says itself when it first painted the page. Nothing of it is painted before its last row is there (rel="expect"), which is looked at as well.
    private static async Task FromAddressAsync(KaoheProcess server, IEnumerable<(string Name, string Value)> cookies, int rounds)
    {
        await using var chromium = await BareChromium.StartAsync();
        foreach (var (name, value) in cookies)
        {
            await chromium.SendAsync("Network.setCookie", new { name, value, url = server.Address.ToString() });
        }

        Report("the board from its address, page and circuit new", await RepeatAsync(rounds, async () =>
        {
            await chromium.SendAsync("Page.navigate", new { url = new Uri(server.Address, "board").ToString() });

            // Asked no earlier than that, the page has long been painted; the next one is not opened before this one's circuit stands.
            using var rest = new PeriodicTimer(TimeSpan.FromSeconds(1));
            do
            {
                await rest.WaitForNextTickAsync();
            }
            while (await chromium.EvaluateAsync("document.querySelector('.frame:not([inert])') !== null") is not { } isAlive || !isAlive.GetValue<bool>());
            var seen = (await chromium.EvaluateAsync(Seen))!;
            var (painted, parsed, cells) = (seen["painted"]!.GetValue<double>(), seen["parsed"]!.GetValue<double>(), seen["cells"]!.GetValue<int>());
            // The browser may paint between the last row and the page's last element; then it is the end of the page that counts.
            return cells >= 105 * 11 ? Math.Max(painted, parsed) : throw new InvalidOperationException($"The page is not whole: {seen}");
        }));
    }

    private static async Task<IReadOnlyList<T>> RepeatAsync<T>(int rounds, Func<Task<T>> measureAsync)
    {
        for (var round = 0; round < WarmUp; round++)
        {
            await measureAsync();
        }

        List<T> all = [];
        for (var round = 0; round < rounds; round++)
        {
            all.Add(await measureAsync());
        }

        return all;
    }

    private static void Report(string what, IEnumerable<double> measured)
    {
        double[] times = [.. measured.Order()];
        YearLoad.Write(true, $"{what}: p50 {times[times.Length / 2]:0} ms, p95 {times[(int)(times.Length * Share)]:0} ms, most {times[^1]:0} ms of {times.Length}");
    }
}
