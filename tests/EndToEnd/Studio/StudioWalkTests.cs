using System.Text.RegularExpressions;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Studio;

/// <summary>Every menu, tab and dialog of Studio's four views: in Chinese, without an error, without a request to another host.</summary>
[Collection(nameof(StudioCollection))]
public sealed class StudioWalkTests(DemoProduct product, Chromium chromium)
{
    [Fact]
    public async Task Should_show_the_lists_with_their_menus_and_dialogs_in_chinese()
    {
        await using var session = await OpenAsync();
        var studio = await StudioSession.SignInAsync(session);

        await studio.OpenAsync("/design/flows", "tbody td");
        await studio.LookAsync();
        await session.KeepAsync("studio-flows");
        await studio.MenuAsync(studio.Button("批量操作"));
        await studio.MenuAsync(studio.Frame.Locator(".mud-menu-icon-button-activator").First); // beside 新建流程: import
        await studio.MenuAsync(studio.Frame.Locator("tbody tr").First.Locator("button").Last);
        await studio.DialogAsync(studio.Button("新建流程"));
        await Assertions.Expect(studio.Frame.Locator(".mud-dialog input").First).ToHaveValueAsync("流程 1");
        await studio.CancelAsync();
        foreach (var act in new[] { "复制一份", "取消运行", "删除", "导出" })
        {
            await studio.Frame.Locator("tbody tr").First.Locator("button").Last.ClickAsync();
            await studio.DialogAsync(studio.Frame.Locator(".mud-popover-open").GetByText(act, new() { Exact = true }));
            await studio.CancelAsync();
        }

        await BulkAsync(studio, "撤回发布", "1 个流程已撤回发布", "^-$");
        await BulkAsync(studio, "发布", "1 个流程已发布", @"^\d+$");

        await studio.OpenAsync("/design/instances", "table");
        await studio.LookAsync();
        await session.KeepAsync("studio-instances");
        await studio.MenuAsync(studio.Button("批量操作"));
        Assert.Empty(studio.English);
    }

    [Fact]
    public async Task Should_show_the_editor_with_its_panels_menus_and_dialogs_in_chinese()
    {
        await using var session = await OpenAsync();
        var studio = await StudioSession.SignInAsync(session);
        var editor = new FlowEditor(studio);

        await studio.OpenAsync("/design/flows/indicator-setting", ".x6-node");
        await session.KeepAsync("studio-editor");
        foreach (var header in await studio.Frame.Locator(".mud-expand-panel-header").AllAsync())
        {
            await header.ClickAsync();
            await studio.LookAsync();
        }

        await studio.MenuAsync(studio.Frame.Locator(".mud-menu-icon-button-activator").First); // beside 发布
        await editor.Activity("单位提出指标建议").ClickAsync();
        await editor.Field("完成期限").WaitForAsync();
        await studio.TabsAsync();
        await editor.OpenTabAsync("代码视图");
        await studio.LookAsync();
        await editor.OpenTabAsync("指标下达与责任书签订");
        foreach (var (tab, button) in new[] { ("变量", "添加变量"), ("输入输出", "添加输入"), ("输入输出", "添加输出") })
        {
            await editor.OpenTabAsync(tab);
            await studio.DialogAsync(studio.Button(button));
            await studio.SelectsAsync(studio.Frame.Locator(".mud-dialog"));
            await studio.CancelAsync();
        }

        await editor.OpenTabAsync("版本历史");
        await studio.MenuAsync(studio.Frame.Locator("tr", new() { HasText = "年" }).Locator("button").Last);
        await editor.Activity("单位提出指标建议").ClickAsync();
        await editor.OpenTabAsync("输入");
        await editor.Row("完成期限").Locator(".mud-menu button").First.ClickAsync();
        await studio.LookAsync();
        await studio.Frame.Locator(".mud-popover-open").GetByText("JavaScript", new() { Exact = true }).ClickAsync();
        await CompleteAsync(session, studio, editor);
        await editor.OpenTabAsync("试运行");
        await studio.Button("开始").ClickAsync();
        await Assertions.Expect(studio.Frame.Locator("td", new() { HasText = "运行中" }).First).ToBeVisibleAsync();
        await Assertions.Expect(studio.Frame.Locator("tr", new() { HasText = "到期即结束" }).Last).ToContainTextAsync("否"); // a value, as its dropdown or box shows it
        await studio.LookAsync();
        await session.KeepAsync("studio-tried");
        Assert.Empty(studio.English);
    }

    [Fact]
    public async Task Should_show_the_viewer_with_what_runs_in_chinese()
    {
        await using var session = await OpenAsync();
        var studio = await StudioSession.SignInAsync(session);
        var editor = new FlowEditor(studio);
        await studio.OpenAsync("/design/flows/annual-assessment", ".x6-node");
        await editor.Run.ClickAsync();
        await session.Page.WaitForURLAsync("**/design/instances/*");
        await studio.Frame.Locator(".x6-node .mud-badge.mud-theme-warning").First.WaitForAsync();

        await studio.LookAsync();
        await session.KeepAsync("studio-viewer");
        await studio.TabsAsync();
        await editor.Activity("一、督查落实").ClickAsync();
        await studio.Frame.GetByText("看这个活动的任务和公文").WaitForAsync();
        await studio.TabsAsync();
        await editor.OpenTabAsync("经过");
        await studio.Frame.Locator(".mud-timeline-item").Last.ClickAsync();
        await studio.TabsAsync();
        await DeleteAsync(studio);
        Assert.Empty(studio.English);
    }

    [Fact]
    public async Task Should_play_a_year_and_check_the_flow_around_its_editor()
    {
        await using var session = await OpenAsync();
        await StudioSession.SignInAsync(session);
        var page = session.Page;

        await session.GoAsync("/design/flows/annual-assessment/simulation");
        await page.GetByRole(AriaRole.Button, new() { Name = "演练一年" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "能走到终点" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".flow-chart canvas")).ToHaveCountAsync(2);
        await session.KeepAsync("studio-simulation");

        await page.GetByRole(AriaRole.Link, new() { Name = "发布检查" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "可以发布" })).ToBeVisibleAsync();
        await session.KeepAsync("studio-checks");

        await session.GoAsync("/design/flows/rectification/comparison");
        await Assertions.Expect(page.GetByText("只有一个版本")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "迁移" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有需要迁移的实例")).ToBeVisibleAsync();
    }

    // With the one flow that no other test starts.
    private static async Task BulkAsync(StudioSession studio, string act, string done, string published)
    {
        var row = studio.Frame.Locator("tbody tr", new() { HasText = "指标下达与责任书签订" });
        await row.Locator("input[type=checkbox]").CheckAsync();
        await studio.Button("批量操作").ClickAsync();
        await studio.DialogAsync(studio.Frame.Locator(".mud-popover-open").GetByText(act, new() { Exact = true }));
        await studio.Frame.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Assertions.Expect(studio.Frame.Locator(".mud-snackbar", new() { HasText = done })).ToHaveCountAsync(1);
        await Assertions.Expect(row.Locator("td").Nth(4)).ToHaveTextAsync(new Regex(published));
        await Assertions.Expect(row.Locator("input[type=checkbox]")).Not.ToBeCheckedAsync();
        await studio.LookAsync();
    }

    // A record is not deleted, and Studio has no place to say so.
    private static async Task DeleteAsync(StudioSession studio)
    {
        await studio.OpenAsync("/design/instances", "tbody td");
        await studio.Frame.Locator("tbody tr").First.Locator("input[type=checkbox]").ClickAsync();
        await studio.Button("批量操作").ClickAsync();
        await studio.DialogAsync(studio.Frame.Locator(".mud-popover-open").GetByText("删除", new() { Exact = true }));
        await studio.Frame.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Assertions.Expect(studio.Frame.Locator(".studio-note")).ToContainTextAsync("是考核档案的一部分，不能删除");
        await studio.LookAsync();
        await studio.Frame.GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();
    }

    // In the script editor: the flow's own functions are offered, with their explanation.
    private static async Task CompleteAsync(Session session, StudioSession studio, FlowEditor editor)
    {
        var code = editor.Row("完成期限").Locator(".monaco-editor").First;
        await code.ClickAsync();
        await session.Page.Keyboard.PressAsync("Control+A");
        await session.Page.Keyboard.TypeAsync("getCycleY");
        await session.Page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(studio.Frame.Locator(".suggest-widget .monaco-list-row").First).ToContainTextAsync("getCycleYear");
        await session.KeepAsync("studio-completion");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Page.RunAndWaitForResponseAsync(
            () => session.Page.Keyboard.InsertTextAsync("() ? '15个工作日' : '1个月'"),
            response => response.Request.PostData?.Contains("getCycleYear() ?", StringComparison.Ordinal) == true);
    }

    private async Task<Session> OpenAsync()
    {
        var session = await chromium.OpenAsync(product);
        session.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != product.Address.Authority)
            {
                session.Complain($"A request to {request.Url}");
            }
        };
        return session;
    }
}
