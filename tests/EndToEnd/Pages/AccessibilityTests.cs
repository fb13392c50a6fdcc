using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Kaohe.EndToEnd.Tasks;
using Kaohe.Server.Shell.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Pages;

/// <summary>
/// Every page that a role can reach by its links is open to people with a handicap. One browser walks from link to link, one page of each kind, as the
/// product would be walked by hand; axe looks at each.
/// </summary>
public sealed class AccessibilityTests(MailingProduct product, Chromium chromium) : IClassFixture<MailingProduct>
{
    private const int Year = 2026;
    private const string Home = "/";
    private const string Unit = "xinfu-liaison";

    // Axe keeps one core busy with a page; nothing here is waited for that another person's walk could delay.
    private const int AtATime = 2;

    // Elsa Studio inside its frame is not ours; what is around it is walked like every page.
    private static readonly string[] _serious = ["serious", "critical"];

    private static readonly IReadOnlyList<RouteTemplate> _pages =
    [
        .. typeof(KaoheHost).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => TemplateParser.Parse(route.Template.TrimStart('/')))
            .OrderBy(template => template.Parameters.Count),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_have_no_serious_barrier_on_any_page_of_any_role()
    {
        await StartYearAsync();
        ConcurrentBag<string> barriers = [];
        ConcurrentDictionary<string, int> walked = [];
        string[] accounts = ["考核办主任", "系统管理员", "市长", "忻府区联络员", "第一考核组联络员"];
        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = Cancel }, async (account, _) =>
        {
            await using var session = await chromium.OpenAsync(product);
            await session.SignInAsync(account);
            await session.Heading("工作台").WaitForAsync();
            walked[account] = await WalkAsync(session, account, barriers);
        });

        var links = await WalkMailLinksAsync(barriers);
        Assert.Empty(barriers.Distinct(StringComparer.Ordinal));

        // So that a change of the frame does not let the walk end at the door.
        Assert.All(walked, role => Assert.InRange(role.Value, 8, 100));
        Assert.InRange(walked["考核办主任"], 25, 100);
        Assert.InRange(links, 6, 50);
    }

    // The pages behind mail links: to sign for, to post, to sign, to decide, to read after signing in; and one that leads nowhere.
    private async Task<int> WalkMailLinksAsync(ConcurrentBag<string> barriers)
    {
        await using (var office = await chromium.OpenAsync(product))
        {
            await office.SignInAsync("考核办主任");
            await office.Heading("工作台").WaitForAsync();
            foreach (var kind in new[] { "receipt", "notice-posting", "self-assessment-signature", "general" })
            {
                await TaskPages.StartAsync(office, TaskPages.Activity("work", "Kaohe.HumanTask", new() { ["title"] = kind, ["taskKind"] = kind, ["candidates"] = new JsonArray(Unit) }));
            }

            await TaskPages.StartAsync(office, TaskPages.Activity("work", "Kaohe.Approval", new() { ["title"] = "审批", ["candidates"] = new JsonArray(Unit) }));
        }

        var tokens = await product.LinksAsync(Unit, 5);
        await using var phone = await chromium.OpenAsync(product, Screen.Phone);
        foreach (var token in tokens.Append(new string('0', 32)))
        {
            await phone.GoAsync($"/m?k={token}");
            (await phone.BarriersAsync(_serious)).ToList().ForEach(barrier => barriers.Add($"mail link {barrier}"));
        }

        return tokens.Count + 1;
    }

    private static async Task<int> WalkAsync(Session session, string account, ConcurrentBag<string> barriers)
    {
        HashSet<string> seen = [];
        Queue<string> waiting = new([Home]); // where the sign-in leads
        while (waiting.TryDequeue(out var address))
        {
            if (Kind(address) is not { } kind || !seen.Add(kind))
            {
                continue;
            }

            await OpenAsync(session.Page, address);
            (await session.BarriersAsync(_serious)).ToList().ForEach(barrier => barriers.Add($"{account} {barrier}"));
            foreach (var link in await session.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href^=\"/\"]:not([download]):not([target])')].map(a => a.getAttribute('href'))"))
            {
                waiting.Enqueue(link);
            }
        }

        return seen.Count;
    }

    // Inside the page, as a click would: a page that is loaded anew takes four times as long.
    private static async Task OpenAsync(IPage page, string address)
    {
        if (address != Home)
        {
            await page.EvaluateAsync("address => { document.querySelector('main h1')?.setAttribute('data-left', ''); Blazor.navigateTo(address); }", address);
        }

        await page.Locator("main h1:not([data-left])").First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('main .skeleton')");
    }

    private static string? Kind(string address)
    {
        var path = new Uri(new Uri("http://here"), address).AbsolutePath;
        return _pages.FirstOrDefault(page => new TemplateMatcher(page, new RouteValueDictionary()).TryMatch(path, new RouteValueDictionary())) is { } template
            && !template.TemplateText!.StartsWith("sign-in", StringComparison.Ordinal) && !template.TemplateText.StartsWith("account", StringComparison.Ordinal)
            ? template.TemplateText
            : null;
    }

    private async Task StartYearAsync()
    {
        using var office = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = product.Address };
        using var signedIn = await office.PostAsJsonAsync("/api/auth/sign-in", new { userName = "考核办主任", password = Product.DemoPassword }, Cancel);
        signedIn.EnsureSuccessStatusCode();
        using var started = await office.PostAsync($"/api/cycles/{Year}/start", null, Cancel);
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync(Cancel));
    }
}
