using System.Text.Json.Nodes;
using EndToEnd.BrowserYear;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Studio;

[Collection(nameof(StudioCollection))]
public sealed class ClerkJourneyTests(DemoProduct product, Chromium chromium)
{
    private const string Reminder = "提醒各单位报送督查台账";

    [Fact]
    public async Task Should_change_the_annual_flow_publish_it_run_it_watch_it_and_go_back()
    {
        await using var session = await chromium.OpenAsync(product);
        var studio = await StudioSession.SignInAsync(session);
        var editor = new FlowEditor(studio);

        await studio.OpenAsync("/design/flows", "tbody td");
        await studio.Frame.Locator("td", new() { HasText = "年度目标责任考核" }).First.ClickAsync();
        await session.Page.WaitForURLAsync("**/design/flows/annual-assessment");
        await editor.Activity("一、督查落实").ClickAsync();
        await Assertions.Expect(editor.Field("完成期限").Locator("input")).ToHaveValueAsync("20个工作日");
        var first = int.Parse((await editor.Version.InnerTextAsync()).Split('第', '版')[1], System.Globalization.CultureInfo.InvariantCulture);

        await editor.FillAsync("完成期限", "25个工作日");
        await Assertions.Expect(editor.Version).ToContainTextAsync($"第 {first + 1} 版 草稿"); // saved by itself
        var task = await editor.DropAsync("任务", "人工任务", 150, 190);
        var name = await task.Locator(".activity-label").InnerTextAsync();
        Assert.StartsWith("人工任务", name, StringComparison.Ordinal);
        await editor.ConnectAsync(editor.Activity("开始考核年度"), "Done", task);
        await editor.FillAsync("标题", Reminder);
        await editor.ChooseAsync("办理角色", "考核办");
        await editor.ChooseAsync("对象", "只办一次");
        await session.KeepAsync("studio-changed");
        await editor.Publish.ClickAsync();
        await Assertions.Expect(editor.Messages).ToContainTextAsync("流程已发布");
        await Assertions.Expect(editor.Version).ToContainTextAsync($"第 {first + 1} 版 已发布");

        await editor.Run.ClickAsync();
        await session.Page.WaitForURLAsync("**/design/instances/*");
        var instance = session.Page.Url;
        await Assertions.Expect(Badge(studio, name, "warning")).ToHaveTextAsync("1");
        await Assertions.Expect(Badge(studio, "一、督查落实", "warning")).ToHaveTextAsync("1");
        await FinishTaskAsync();
        await Assertions.Expect(Badge(studio, name, "success")).ToHaveTextAsync("1"); // told by the hub, nobody reloaded
        await session.KeepAsync("studio-running");
        await studio.LookAsync();
        await editor.Activity("一、督查落实").ClickAsync();
        await studio.Frame.GetByText("看这个活动的任务和公文").ClickAsync();
        await Assertions.Expect(session.Heading("“一、督查落实”的任务和公文")).ToBeVisibleAsync();

        await CompareAsync(session, first, name);
        await studio.OpenAsync("/design/flows/annual-assessment", ".x6-node");
        await editor.RevertAsync(first);
        await Assertions.Expect(editor.Activity(name)).ToHaveCountAsync(0);
        await Assertions.Expect(editor.Version).ToContainTextAsync($"第 {first + 2} 版 草稿");
        await editor.Publish.ClickAsync();
        await Assertions.Expect(editor.Version).ToContainTextAsync($"第 {first + 2} 版 已发布");
        await PreviewMigrationAsync(session, instance);
        Assert.Empty(studio.English);
    }

    [Fact]
    public async Task Should_refuse_to_publish_a_flow_that_leaves_out_a_step_and_say_which()
    {
        await using var session = await chromium.OpenAsync(product);
        session.Forgive("status of 400"); // the refusal itself, as browsers note it
        var studio = await StudioSession.SignInAsync(session);
        var editor = new FlowEditor(studio);
        await studio.OpenAsync("/design/flows/annual-assessment", ".x6-node");
        var published = int.Parse((await editor.Version.InnerTextAsync()).Split('第', '版')[1], System.Globalization.CultureInfo.InvariantCulture);

        await editor.RemoveAsync("七、民意调查");
        await Assertions.Expect(editor.Version).ToContainTextAsync("草稿");
        await editor.Publish.ClickAsync();
        await Assertions.Expect(editor.Messages).ToContainTextAsync("流程缺少“民意调查”");
        await session.KeepAsync("studio-refused");
        await studio.LookAsync();
        await Assertions.Expect(editor.Version).ToContainTextAsync("草稿");

        await session.Page.GetByRole(AriaRole.Link, new() { Name = "发布检查" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator(".table")).ToContainTextAsync("民意调查");
        await studio.OpenAsync("/design/flows/annual-assessment", ".x6-node");
        await editor.RevertAsync(published);
        await Assertions.Expect(editor.Activity("七、民意调查")).ToHaveCountAsync(1);
        await editor.Publish.ClickAsync();
        await Assertions.Expect(editor.Version).ToContainTextAsync("已发布");
        Assert.Empty(studio.English);
    }

    private static ILocator Badge(StudioSession studio, string activity, string tone) =>
        studio.Frame.Locator(".x6-node", new() { HasText = activity }).Locator($".mud-badge.mud-theme-{tone}");

    // The same clerk, at the same desk, in another window.
    private async Task FinishTaskAsync()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.SignInAsync("考核办经办人");
        await window.Heading("工作台").WaitForAsync();
        await window.GoAsync("/tasks");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = Reminder }).First.ClickAsync();
        await window.Page.WaitForURLAsync("**/tasks/*");
        var task = new Uri(window.Page.Url).AbsolutePath;
        var bar = window.Page.Locator(".task-bar");
        var receive = bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^签收") });
        await receive.Or(bar.Locator("button.binding")).First.WaitForAsync();
        if (await receive.CountAsync() > 0)
        {
            await receive.ClickAsync();
        }

        await bar.Locator("button.binding").WaitForAsync();
        await new FormTyping(window.Page).TypeAsync([], new JsonObject { ["report"] = "已逐个提醒。" });
        await bar.Locator("button.binding").ClickAsync();
        await window.Page.WaitForFunctionAsync("task => location.pathname !== task || document.querySelector('[role=dialog]')", task);
        if (await window.Page.GetByRole(AriaRole.Dialog).CountAsync() > 0)
        {
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        }

        await window.Page.WaitForFunctionAsync("task => location.pathname !== task", task);
    }

    private static async Task CompareAsync(Session session, int first, string name)
    {
        await session.GoAsync($"/design/flows/annual-assessment/comparison?from={first}&to={first + 1}");
        var words = session.Page.Locator(".checks");
        await Assertions.Expect(words).ToContainTextAsync("“一、督查落实”的完成期限由“20个工作日”改为“25个工作日”");
        await Assertions.Expect(words).ToContainTextAsync($"人工任务“{name}”");
        await Assertions.Expect(session.Page.Locator(".flow-node.added")).ToHaveCountAsync(1);
        await Assertions.Expect(session.Page.Locator(".flow-node.changed")).ToHaveCountAsync(1);
        await session.KeepAsync("studio-comparison");
    }

    private static async Task PreviewMigrationAsync(Session session, string instance)
    {
        await session.GoAsync("/design/flows/annual-assessment/migration");
        await Assertions.Expect(session.Page.Locator($"a[href='{new Uri(instance).AbsolutePath}']")).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByText("可以迁移").First).ToBeVisibleAsync();
        await session.KeepAsync("studio-migration");
    }
}
