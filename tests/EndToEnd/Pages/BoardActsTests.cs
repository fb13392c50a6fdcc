using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Pages;

/// <summary>What the office does on 进度总览 and on a task: 催办, 换人, another deadline with a reason, the end of a step with reasons.</summary>
public sealed class BoardActsTests(UnsignedProduct product, Chromium chromium) : IClassFixture<UnsignedProduct>
{
    [Fact]
    public async Task Should_urge_substitute_move_and_close_with_reasons()
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办主任");
        await session.Heading("工作台").WaitForAsync();
        var page = session.Page;
        await StartAsync(page);
        await session.GoAsync("/board");
        var cell = page.GetByLabel("忻府区，督查落实：进行中").First;
        await cell.WaitForAsync();

        await AssertComesWithDocumentAsync(page);
        await FilterAsync(page);
        await UrgeAsync(page);
        await SubstituteAsync(session, cell);
        await session.GoAsync("/board");
        await MoveAsync(page);
        await CloseAsync(session);
    }

    // What a bookmark opens: the table is in the document itself, and cannot be clicked before somebody hears it.
    private static async Task AssertComesWithDocumentAsync(IPage page)
    {
        var document = await page.EvaluateAsync<string>("fetch('/board').then(answer => answer.text())");
        Assert.Contains("<div class=\"frame\" inert", document);
        Assert.Contains("忻府区，督查落实：进行中", document);
        await Assertions.Expect(page.Locator(".frame:not([inert])")).ToBeVisibleAsync();
    }

    // A state that occurs nowhere leaves no bare headings, and says how to go on.
    private static async Task FilterAsync(IPage page)
    {
        var states = page.GetByRole(AriaRole.Group, new() { Name = "按状态筛选" });
        await states.GetByRole(AriaRole.Button, new() { Name = "退回 0" }).ClickAsync();
        await page.GetByText("没有“退回”的事项。").WaitForAsync();
        await Assertions.Expect(page.Locator(".board .section")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "显示全部" }).ClickAsync();
        await Assertions.Expect(page.Locator(".board .section")).ToHaveCountAsync(6);
        await Assertions.Expect(page.GetByLabel("选中忻府区")).ToBeVisibleAsync();
    }

    private static async Task UrgeAsync(IPage page)
    {
        await page.GetByLabel("选中忻府区").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^催办选中的") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("#action-reason").FillAsync("请于本周内报送");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await page.GetByText("已催办 ").WaitForAsync();
    }

    private static async Task SubstituteAsync(Session session, ILocator cell)
    {
        var page = session.Page;
        await cell.ClickAsync();
        await page.GetByRole(AriaRole.Toolbar, new() { Name = "办理" }).GetByText("更多").ClickAsync();
        await page.Locator(".menu-body").GetByRole(AriaRole.Button, new() { Name = "换人" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "换人" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("有 2 处需要更正");
        await dialog.Locator("#action-search").FillAsync("忻府区");
        await dialog.GetByLabel("人员", new() { Exact = true }).Last.SelectOptionAsync("xinfu-head");
        await dialog.Locator("#action-reason").FillAsync("联络员出差");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "换人" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("联络员出差").First).ToBeVisibleAsync();
        await session.KeepAsync("substituted");
    }

    private static async Task MoveAsync(IPage page)
    {
        await page.Locator("summary", new() { HasText = "督查落实" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "改期限" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var day = Wednesday();
        await dialog.GetByLabel("新的最后一天").FillAsync($"{day:yyyy-MM-dd}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改期限" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("有 1 处需要更正");
        await dialog.Locator("#action-reason").FillAsync("上级部署推迟");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改期限" }).ClickAsync();
        await page.GetByText("期限已改").WaitForAsync();
        await page.GetByLabel("原平市，督查落实：进行中").First.GetByText($"{day.Month}.{day.Day}").WaitForAsync();
    }

    private static async Task CloseAsync(Session session)
    {
        var page = session.Page;
        await page.Locator("summary", new() { HasText = "督查落实" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "结束环节" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("还有 104 个单位没有办结");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "结束环节" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("有 1 处需要更正");
        await dialog.Locator("#action-reason").FillAsync("年底集中督查，本轮到此为止");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "结束环节" }).ClickAsync();
        await page.GetByText("环节正在结束").WaitForAsync();
        await page.GetByLabel("原平市，督查落实：已关闭").First.WaitForAsync();
        await session.KeepAsync("step-closed");
    }

    // A Wednesday in the middle of a month without holidays is a working day whatever the year.
    private static DateOnly Wednesday()
    {
        var november = new DateOnly(DateTime.UtcNow.Year + 1, 11, 10);
        return november.AddDays((DayOfWeek.Wednesday - november.DayOfWeek + 7) % 7);
    }

    private async Task StartAsync(IPage page)
    {
        await SendAsync(page, "cycles/2026/start", new { });
        await page.GotoAsync("/board");
        var first = await page.Locator(".board tbody tr").First.Locator("a.cell-link").First.GetAttributeAsync("href");
        var id = first!.Split('/', '?')[2];
        await SendAsync(page, $"tasks/{id}/claim", new { expectedRevision = await RevisionAsync(page, id) });
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await SendAsync(page, $"tasks/{id}/complete", new
        {
            expectedRevision = await RevisionAsync(page, id),
            outcome = "done",
            opinion = "按计划进行。",
            data = new { from = $"{today:yyyy-MM-dd}", until = $"{today.AddDays(20):yyyy-MM-dd}", focus = "八项指标", method = "查阅资料、实地察看", teamsChecked = true },
        });
    }

    private async Task<long> RevisionAsync(IPage page, string id)
    {
        var answer = await page.APIRequest.GetAsync($"{product.Address}api/tasks/{id}");
        var text = await answer.TextAsync();
        return JsonNode.Parse(text)?["task"]?["revision"]?.GetValue<long>() ?? throw new InvalidOperationException($"The task {id} has no revision: {text}");
    }

    private async Task SendAsync(IPage page, string path, object value)
    {
        var answer = await page.APIRequest.PostAsync($"{product.Address}api/{path}", new() { DataString = JsonSerializer.Serialize(value), Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" } });
        Assert.True(answer.Ok, $"{path}: {await answer.TextAsync()}");
    }
}
