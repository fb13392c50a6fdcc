using System.Text;
using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Operations;

public sealed class OperationsTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task Should_operate_a_flow_from_its_file_to_the_end()
    {
        await using var session = await chromium.OpenAsync(product);
        var page = session.Page;
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();
        await ImportAsync(session, "等人来", "wait");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布第 1 版" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("第 1 版已发布。")).ToBeVisibleAsync();
        await session.KeepAsync("flow");

        await page.GetByRole(AriaRole.Button, new() { Name = "启动实例" }).ClickAsync();
        await page.GetByLabel("输入").FillAsync("{ 不是 JSON");
        await page.GetByRole(AriaRole.Button, new() { Name = "启动", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("有 1 处需要更正")).ToBeVisibleAsync();
        await session.KeepAsync("flow-start");
        await page.GetByLabel("输入").FillAsync("{\"year\": 2026}");
        await page.GetByLabel("名称").FillAsync("试运行");
        await page.GetByRole(AriaRole.Button, new() { Name = "启动", Exact = true }).ClickAsync();
        await session.Heading("试运行").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "等事件“等人来”" })).ToBeVisibleAsync();
        await session.KeepAsync("instance");
        var instance = page.Url;

        await ImportAsync(session, "等人来", "renamed");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布第 2 版" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("第 2 版已发布。")).ToBeVisibleAsync();
        await session.GoAsync(instance + "/migration");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "迁移", Exact = true })).ToBeDisabledAsync();
        var place = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "root:wait" }).GetByLabel("新位置");
        await place.SelectOptionAsync("Workflow1:root:renamed");
        await session.KeepAsync("migration");
        await page.GetByRole(AriaRole.Button, new() { Name = "迁移", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "迁移", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("第 2 版").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "取消实例" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消实例" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("请填写取消原因。")).ToBeVisibleAsync();
        await dialog.Locator("#confirm-reason").FillAsync("试运行结束");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消实例" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("已取消");
    }

    [Theory]
    [InlineData("/", "workbench", Screen.Desk)]
    [InlineData("/", "workbench", Screen.Phone)]
    [InlineData("/operations/flows", "flows", Screen.Desk)]
    [InlineData("/operations/flows", "flows", Screen.Phone)]
    [InlineData("/operations/instances", "instances", Screen.Desk)]
    [InlineData("/operations/instances", "instances", Screen.Phone)]
    [InlineData("/operations/dead-letters", "dead-letters", Screen.Desk)]
    [InlineData("/operations/dead-letters", "dead-letters", Screen.Phone)]
    public async Task Should_show_every_page_without_barriers(string address, string name, Screen screen)
    {
        await using var session = await chromium.OpenAsync(product, screen);
        await session.SignInAsync("系统管理员");
        await session.Heading("工作台").WaitForAsync();

        await session.GoAsync(address);
        await Assertions.Expect(session.Page.Locator(".skeleton")).ToHaveCountAsync(0);

        await session.KeepAsync(name);
        Assert.Empty(await session.BarriersAsync());
        Assert.Equal(0, await session.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    private static async Task ImportAsync(Session session, string eventName, string activityId)
    {
        var flow = """
            {"definitionId":"e2e","name":"端到端试验","root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[
              {"id":"ID","type":"Elsa.Event","version":1,"eventName":{"typeName":"String","expression":{"type":"Literal","value":"EVENT"}}}]}}
            """.Replace("ID", activityId, StringComparison.Ordinal).Replace("EVENT", eventName, StringComparison.Ordinal);
        await session.GoAsync("/operations/flows");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "导入流程文件" }).ClickAsync();
        var file = new FilePayload { Name = "e2e.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(flow) };

        // A file that is chosen in the instant in which the dialog appears may be overlooked, which no hand is quick enough for: choose it again.
        for (var attempt = 1; ; attempt++)
        {
            await session.Page.Locator("#flow-file").SetInputFilesAsync(file);
            try
            {
                await session.Heading("端到端试验").WaitForAsync(new() { Timeout = 10_000 });
                return;
            }
            catch (TimeoutException) when (attempt < 5)
            {
            }
        }
    }
}
