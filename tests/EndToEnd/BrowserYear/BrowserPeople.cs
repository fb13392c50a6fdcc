using System.Text.Json.Nodes;
using EndToEnd.Server;
using EndToEnd.Year;
using EndToEnd.Year.Forms;
using Kaohe.Activities;
using Kaohe.Activities.Plans;
using Kaohe.EndToEnd.Given;
using Kaohe.Office;
using Microsoft.Playwright;

namespace EndToEnd.BrowserYear;

/// <summary>People of the demo city, each at an own browser, who do the tasks of the <see cref="BrowserPlan"/> on the pages.</summary>
/// <param name="server">The product.</param>
/// <param name="chromium">Browsers.</param>
/// <param name="plan">Which tasks are theirs.</param>
public sealed class BrowserPeople(KaoheProcess server, Chromium chromium, BrowserPlan plan) : IAsyncDisposable
{
    private readonly Dictionary<string, Kaohe.EndToEnd.Given.Session> _sessions = [];
    private readonly HashSet<string> _kept = [];
    private readonly Dictionary<string, int> _done = [];
    private readonly HashSet<string> _sentBack = [];

    /// <summary>Tasks done in a browser, by kind.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>Units for which somebody acted in a browser.</summary>
    public HashSet<string> Units { get; } = [];

    /// <summary>Who has a browser.</summary>
    public IReadOnlyCollection<string> Accounts => _sessions.Keys;

    /// <summary>Does every task of the plan that waits now.</summary>
    /// <param name="year">The year; lists the tasks and knows what to fill in.</param>
    /// <returns>How many tasks were done.</returns>
    public async Task<int> WorkAsync(YearDriver year)
    {
        var office = await year.AsAsync(Duties.Checking);
        var duties = new Duties(year.City);
        var done = 0;
        foreach (var task in await office.ListAsync("/api/tasks?box=All&live=true", TestContext.Current.CancellationToken))
        {
            var (id, kind, unit) = (task["id"]!.ToString(), task["kind"]!.ToString(), task["unitId"]?.ToString());
            if (plan.Takes(kind, unit))
            {
                await DoAsync(year, duties.Of(kind, unit), id, kind, unit);
                done++;
            }
        }

        return done;
    }

    /// <summary>The browser of an account, signed in.</summary>
    /// <param name="account">Sign-in name.</param>
    public async Task<Kaohe.EndToEnd.Given.Session> AsAsync(string account)
    {
        if (!_sessions.TryGetValue(account, out var session))
        {
            // Units and the leader read on a phone as well.
            var screen = account is "原平市联络员" or Duties.Leader ? Screen.Phone : Screen.Desk;
            session = await chromium.OpenAsync(server.Address, screen);
            await session.SignInAsync(account, KaoheProcess.Password);
            await session.Heading("工作台").WaitForAsync();
            _sessions.Add(account, session);
        }

        return session;
    }

    /// <summary>Keeps a picture of a page once.</summary>
    /// <param name="session">Whose page.</param>
    /// <param name="name">What it shows.</param>
    public async Task KeepAsync(Kaohe.EndToEnd.Given.Session session, string name)
    {
        if (_kept.Add($"{name}-{session.Screen}"))
        {
            await session.KeepAsync($"year-{name}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values)
        {
            await session.DisposeAsync();
        }
    }

    private async Task DoAsync(YearDriver year, string account, string id, string kind, string? unit)
    {
        var session = await AsAsync(account);
        var page = session.Page;
        await page.GotoAsync($"/tasks/{id}");
        var bar = page.Locator(".task-bar");
        await bar.Locator("button").First.WaitForAsync();
        if (await bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^签收") }).CountAsync() > 0)
        {
            await bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^签收") }).ClickAsync();
            await bar.Locator("button.binding").WaitForAsync();
        }

        var document = await (await year.AsAsync(account)).GetAsync($"/api/tasks/{id}", TestContext.Current.CancellationToken);
        var sendsBack = kind == TaskKinds.RectificationReview && _sentBack.Add(unit!);
        if (!sendsBack)
        {
            await new TaskFilling(page, year).FillAsync(kind, unit, document["form"]?.AsObject());
        }

        if (await page.Locator("#task-opinion").CountAsync() > 0)
        {
            await page.Locator("#task-opinion").FillAsync(sendsBack ? "整改措施不具体，请逐条补充责任人和时限。" : "同意。");
            await page.Locator("#task-opinion").PressAsync("Tab");
        }

        await KeepAsync(session, sendsBack ? kind + "-return" : kind);
        await EndAsync(session, document["task"]!["outcomes"]!.AsArray(), id, sendsBack);
        await KeepAsync(session, "after-task");
        _done[kind] = _done.GetValueOrDefault(kind) + 1;
        if (unit is not null)
        {
            Units.Add(unit);
        }
    }

    // The task leaves the page when it is done; what stands against it is shown on it.
    private static async Task EndAsync(Kaohe.EndToEnd.Given.Session session, JsonArray outcomes, string id, bool sendsBack)
    {
        var page = session.Page;
        var label = sendsBack ? outcomes.First(one => one!["code"]!.ToString() == PlanOutcomes.Return.Code)!["label"]!.ToString() : null;
        await (label is null ? page.Locator(".task-bar button.binding").First : page.Locator(".task-bar").GetByRole(AriaRole.Button, new() { Name = label, Exact = true })).ClickAsync();
        var asked = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true });
        await page.WaitForFunctionAsync("id => !location.pathname.endsWith(id) || document.querySelector('.problems, .notice.problem, [role=dialog]')", id);
        if (await asked.CountAsync() > 0)
        {
            await asked.ClickAsync();
            await page.WaitForFunctionAsync("id => !location.pathname.endsWith(id) || document.querySelector('.problems, .notice.problem')", id);
        }

        if (page.Url.Contains(id, StringComparison.Ordinal))
        {
            await session.KeepAsync("year-stuck");
            throw new YearStuckException($"{page.Url} cannot be finished: {await page.Locator(".problems, .notice.problem").First.InnerTextAsync()}");
        }
    }
}
