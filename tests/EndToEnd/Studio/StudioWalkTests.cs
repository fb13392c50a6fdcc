using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Studio;

public sealed class StudioWalkTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task Should_show_lists_menus_tabs_and_dialogs_in_chinese_without_an_error_or_an_outside_request()
    {
        await using var session = await chromium.OpenAsync(product);
        List<string> outside = [];
        session.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != product.Address.Authority)
            {
                outside.Add(request.Url);
            }
        };
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();
        var studio = new StudioSession(session);

        await studio.OpenAsync("/design/flows", "tbody td");
        await studio.LookAsync();
        await session.KeepAsync("studio-flows");
        await studio.MenuAsync(studio.Frame.GetByRole(AriaRole.Button, new() { Name = "批量操作" }));

        await studio.OpenAsync("/design/instances", "table");
        await studio.LookAsync();
        await session.KeepAsync("studio-instances");

        await studio.OpenAsync("/design/flows/annual-assessment", ".x6-node");
        await studio.LookAsync();
        await session.KeepAsync("studio-editor");
        await studio.TabsAsync();

        Assert.Empty(studio.English);
        Assert.Empty(outside);
    }

    [Fact]
    public async Task Should_play_compare_and_check_a_flow_around_its_editor()
    {
        await using var session = await chromium.OpenAsync(product);
        var page = session.Page;
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();

        await session.GoAsync("/design/flows/annual-assessment/simulation");
        await page.GetByRole(AriaRole.Button, new() { Name = "演练一年" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "能走到终点" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".flow-chart canvas")).ToHaveCountAsync(2);
        await session.KeepAsync("studio-simulation");

        await page.GetByRole(AriaRole.Link, new() { Name = "发布检查" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "可以发布" })).ToBeVisibleAsync();
        await session.KeepAsync("studio-checks");

        await page.GetByRole(AriaRole.Link, new() { Name = "比较" }).ClickAsync();
        await Assertions.Expect(page.GetByText("只有一个版本")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "迁移" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有需要迁移的实例")).ToBeVisibleAsync();
    }
}
