using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Pages;

/// <summary>单项指标 on its page: added with a proper form for its method, changed, moved and deleted; points are checked before anything is saved.</summary>
public sealed class IndicatorPageTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task Should_add_move_and_delete_an_indicator_when_the_points_add_up()
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办主任");
        await session.Heading("工作台").WaitForAsync();
        var page = session.Page;
        await page.APIRequest.PostAsync($"{product.Address}api/cycles", new() { DataObject = new { year = 2027 } });
        await session.GoAsync("/indicators?year=2027");
        await page.GetByRole(AriaRole.Button, new() { Name = "沿用 2026 年度指标体系" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "编辑指标体系" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "增加二级指标" }).First.ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("有 4 处需要更正");
        await FillAsync(dialog);
        await dialog.GetByLabel("第 2 档得分").FillAsync("120");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("分档的得分应在 0 到 100 之间。");
        await session.KeepAsync("indicator-refused");
        await dialog.GetByLabel("第 2 档得分").FillAsync("70");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();

        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync("“经济发展”为 35 分，下级合计 37 分，必须相等，请调整。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".problems")).ToBeVisibleAsync();
        await session.KeepAsync("indicator-tree-refused");
        await SetAsync(page, "地区生产总值的分值", "3");
        await page.GetByLabel("把民营经济增加值移到").SelectOptionAsync("C12");
        await page.GetByLabel("上移民营经济增加值").ClickAsync();
        await Assertions.Expect(page.Locator(".problems")).ToHaveCountAsync(0);
        await SaveAsync(page);

        await session.GoAsync("/indicators/county-2027/edit?year=2027");
        await Assertions.Expect(page.GetByLabel("把民营经济增加值移到")).ToHaveValueAsync("C12");
        await Assertions.Expect(page.GetByText("分档法；最低=40；80=70；95=90", new() { Exact = true })).ToBeVisibleAsync();
        await session.KeepAsync("indicator-tree");
        await page.GetByLabel("删除民营经济增加值").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync("下级合计 33 分");
        await SetAsync(page, "地区生产总值的分值", "5");
        await SaveAsync(page);
        await session.GoAsync("/indicators?year=2027");
        await Assertions.Expect(page.GetByText("民营经济增加值")).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(ILocator dialog)
    {
        await dialog.GetByLabel("代码").FillAsync("C119");
        await dialog.GetByLabel("名称").FillAsync("民营经济增加值");
        await dialog.GetByLabel("分值").FillAsync("2");
        await dialog.GetByLabel("数据认定部门").SelectOptionAsync(new SelectOptionValue { Label = "市统计局" });
        await dialog.GetByLabel("计分方法").SelectOptionAsync("分档法");
        await dialog.GetByText("按完成值所在的档计分").WaitForAsync();
    }

    private static async Task SetAsync(IPage page, string label, string value)
    {
        await page.GetByLabel(label).FillAsync(value);
        await page.GetByLabel(label).PressAsync("Tab");
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByText("指标体系已保存。").WaitForAsync();
    }
}
