using System.Diagnostics;
using System.Text.Json.Nodes;
using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;
using Kaohe.Activities.Plans;
using Kaohe.EndToEnd.Given;
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
    private readonly List<(string Kind, string? Unit)> _done = [];
    private readonly List<string> _tooWide = [];
    private readonly Stopwatch _watch = new();

    /// <summary>Pages that did not fit the width of a screen.</summary>
    public IReadOnlyList<string> TooWide => _tooWide;

    /// <summary>Tasks done in a browser.</summary>
    public IReadOnlyList<(string Kind, string? Unit)> Done => _done;

    /// <summary>Time spent at browsers.</summary>
    public TimeSpan Took => _watch.Elapsed;

    /// <summary>Who has a browser.</summary>
    public IReadOnlyCollection<string> Accounts => _sessions.Keys;

    /// <summary>Starts the year as the office does it, on the page of the year.</summary>
    /// <param name="year">The year.</param>
    public async Task StartAsync(YearDriver year)
    {
        await year.RecordAsync();
        var office = await AsAsync(Duties.Checking);
        await KeepAsync(office, "workbench-before");
        await office.GoAsync("/cycles");
        await KeepAsync(office, "cycle-before");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "启动年度考核" }).ClickAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "启动", Exact = true }).ClickAsync();
        await office.Page.GetByText("年度考核已启动。").WaitForAsync();
    }

    /// <summary>Does every task of the plan that waits now.</summary>
    /// <param name="year">The year; lists the tasks and knows what to fill in.</param>
    /// <returns>How many tasks were done.</returns>
    public async Task<int> WorkAsync(YearDriver year)
    {
        var office = await year.AsAsync(Duties.Checking);
        var duties = new Duties(year.City);
        var done = 0;
        _watch.Start();
        foreach (var task in await office.ListAsync("/api/tasks?box=All&live=true", TestContext.Current.CancellationToken))
        {
            var (id, kind, unit) = (task["id"]!.ToString(), task["kind"]!.ToString(), task["unitId"]?.ToString());
            if (plan.Takes(id, kind, unit))
            {
                await DoAsync(year, duties.Of(kind, unit), id, kind, unit);
                done++;
            }
        }

        _watch.Stop();
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

    /// <summary>Keeps pictures of a page once.</summary>
    /// <param name="session">Whose page.</param>
    /// <param name="name">What it shows.</param>
    /// <param name="screens">Sizes to look at it in; none for the person's own.</param>
    public async Task KeepAsync(Kaohe.EndToEnd.Given.Session session, string name, params IReadOnlyList<Screen> screens)
    {
        foreach (var screen in screens.Count > 0 ? screens : [session.Screen])
        {
            if (_kept.Add($"{name}-{screen}") && await session.KeepAsync($"year-{name}", screen) is > 0 and var excess)
            {
                _tooWide.Add($"{name} on {screen}: {excess} px");
            }
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
        var sendsBack = year.SendsBack(kind, unit);
        if (await TryAsync(year, session, (id, kind, unit, account), sendsBack) is { } refused)
        {
            // A count below its floor waits for the office, which decides on the page 票数不足.
            if (!refused.Contains("有效票不足", StringComparison.Ordinal))
            {
                throw new YearStuckException($"{session.Page.Url} cannot be finished: {refused}");
            }

            await DecideFloorsAsync();
            if (await TryAsync(year, session, (id, kind, unit, account), sendsBack) is { } again)
            {
                throw new YearStuckException($"{session.Page.Url} cannot be finished after the office has decided: {again}");
            }
        }

        await KeepAsync(session, "after-task");
        _done.Add((kind, unit));
        year.Count(kind);
    }

    // Gives what stands against it; null when it is done.
    private async Task<string?> TryAsync(YearDriver year, Kaohe.EndToEnd.Given.Session session, (string Id, string Kind, string? Unit, string Account) task, bool sendsBack)
    {
        var page = session.Page;
        await page.GotoAsync($"/tasks/{task.Id}");
        var bar = page.Locator(".task-bar");
        await bar.Locator("button").First.WaitForAsync();
        if (await bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^签收") }).CountAsync() > 0)
        {
            await bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^签收") }).ClickAsync();
            if (task.Kind == TaskKinds.Receipt)
            {
                return await ReceiveAsync(session, task.Id);
            }

            await bar.Locator("button.binding").WaitForAsync();
        }

        var document = await (await year.AsAsync(task.Account)).GetAsync($"/api/tasks/{task.Id}", TestContext.Current.CancellationToken);
        if (!sendsBack)
        {
            await new TaskFilling(page, year).FillAsync(task.Kind, task.Unit, document["form"]?.AsObject());
        }

        if (await page.Locator("#task-opinion").CountAsync() > 0)
        {
            await page.Locator("#task-opinion").FillAsync(sendsBack ? "整改措施不具体，请逐条补充责任人和时限。" : "同意。");
            await page.Locator("#task-opinion").PressAsync("Tab");
        }

        await KeepAsync(session, sendsBack ? task.Kind + "-return" : task.Kind, Screen.Desk, Screen.Phone);
        return await EndAsync(session, document["task"]!["outcomes"]!.AsArray(), task.Id, sendsBack);
    }

    // A paper is received in one step; who has received it is asked, the own name stands there already.
    private async Task<string?> ReceiveAsync(Kaohe.EndToEnd.Given.Session session, string id)
    {
        var asked = session.Page.GetByRole(AriaRole.Dialog);
        await asked.Locator("#action-reason").WaitForAsync();
        await KeepAsync(session, TaskKinds.Receipt, Screen.Desk, Screen.Phone);
        await asked.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();
        await session.Page.WaitForFunctionAsync("id => !location.pathname.endsWith(id) || document.querySelector('[role=dialog] .problems')", id);
        return await asked.Locator(".problems").CountAsync() > 0 ? await asked.InnerTextAsync() : null;
    }

    // A document is signed on its own page, after reading, with the leader's own secret.
    private async Task SignAsync(Kaohe.EndToEnd.Given.Session session)
    {
        var page = session.Page;
        await page.Locator("#field-pin input").FillAsync(KaoheProcess.Password);
        await KeepAsync(session, "sign", Screen.Desk, Screen.Phone);
        await page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
        await page.Locator("p.done, .problems").First.WaitForAsync();
        if (await page.Locator(".problems").CountAsync() > 0)
        {
            throw new YearStuckException($"{page.Url} cannot be signed: {await page.Locator(".problems").InnerTextAsync()}");
        }
    }

    private async Task DecideFloorsAsync()
    {
        var office = await AsAsync(Duties.Checking);
        await office.GoAsync("/floors");
        foreach (var box in await office.Page.Locator("td.pick input").AllAsync())
        {
            await box.CheckAsync();
        }

        await KeepAsync(office, "floors");
        await office.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^决定不计选中") }).ClickAsync();
        await office.Page.Locator("#confirm-reason").FillAsync("有效票不足，补测条件不具备，经研究不计这一类票。");
        await office.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "决定不计", Exact = true }).ClickAsync();
        await office.Page.GetByText("请重新计算得分。").First.WaitForAsync();
    }

    // The task leaves the page when it is done; what stands against it is shown on it.
    private async Task<string?> EndAsync(Kaohe.EndToEnd.Given.Session session, JsonArray outcomes, string id, bool sendsBack)
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

        if (new Uri(page.Url).AbsolutePath.StartsWith("/sign/", StringComparison.Ordinal))
        {
            await SignAsync(session);
            return null;
        }

        if (!page.Url.Contains(id, StringComparison.Ordinal))
        {
            return null;
        }

        await KeepAsync(session, "refused");
        return await page.Locator(".problems, .notice.problem").First.InnerTextAsync();
    }
}
