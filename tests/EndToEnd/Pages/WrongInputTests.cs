using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Pages;

/// <summary>Wrong input on the pages: every problem at once, in Chinese, at its field; nothing changes and nothing typed is lost.</summary>
public sealed class WrongInputTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task Should_not_save_a_scheme_whose_weights_do_not_make_100()
    {
        await using var session = await OfficeAsync();
        var page = session.Page;
        await session.GoAsync("/cycles");
        await page.GetByRole(AriaRole.Button, new() { Name = "修订方案" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^编辑草稿") }).ClickAsync();
        var weight = page.Locator(".number-row", new() { HasText = "目标任务" }).Locator("input");
        await Assertions.Expect(weight).ToHaveValueAsync("60");

        await weight.FillAsync("70");
        await weight.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync("综合得分各部分的权重合计为 110，必须等于 100，请调整。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();

        await Assertions.Expect(page.Locator(".problems")).ToBeVisibleAsync();
        await session.KeepAsync("scheme-refused");
        await session.GoAsync("/cycles/scheme");
        await Assertions.Expect(weight).ToHaveValueAsync("60");
    }

    [Fact]
    public async Task Should_say_everything_that_is_wrong_with_a_unit_and_keep_what_was_typed()
    {
        await using var session = await OfficeAsync();
        var page = session.Page;
        await session.GoAsync("/units/xinfu");
        await page.GetByRole(AriaRole.Button, new() { Name = "修改", Exact = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("全称").FillAsync("");
        await dialog.GetByLabel("联系邮箱").FillAsync("不是邮箱");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("有 2 处需要更正");
        await Assertions.Expect(dialog).ToContainTextAsync("单位全称没有填写，请补充。");
        await Assertions.Expect(dialog).ToContainTextAsync("联系邮箱“不是邮箱”格式不对");
        await Assertions.Expect(dialog.GetByLabel("联系邮箱")).ToHaveValueAsync("不是邮箱");
        await session.KeepAsync("unit-refused");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await session.GoAsync("/units/xinfu");
        await Assertions.Expect(page.GetByText("xinfu-liaison@xinzhou.example")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Should_change_the_deadline_of_a_step_only_to_a_working_day_with_a_reason()
    {
        await using var session = await OfficeAsync();
        var page = session.Page;
        await session.GoAsync("/cycles");
        await page.GetByRole(AriaRole.Button, new() { Name = "启动年度考核" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "启动", Exact = true }).ClickAsync();
        await page.GetByText("年度考核已启动。").WaitForAsync();
        await session.GoAsync("/board");
        await page.Locator("summary", new() { HasText = "督查落实" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "改期限" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改期限" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("有 2 处需要更正");

        // No Sunday in July was ever a working day.
        var july = new DateOnly(DateTime.UtcNow.Year + 1, 7, 1);
        var sunday = july.AddDays((7 - (int)july.DayOfWeek) % 7);
        await dialog.GetByLabel("新的最后一天").FillAsync($"{sunday:yyyy-MM-dd}");
        await dialog.Locator("#action-reason").FillAsync("上级部署推迟");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改期限" }).ClickAsync();

        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("不上班");
        await Assertions.Expect(dialog.Locator("#action-reason")).ToHaveValueAsync("上级部署推迟");
        await session.KeepAsync("deadline-refused");
    }

    private async Task<Session> OfficeAsync()
    {
        var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办主任");
        await session.Heading("工作台").WaitForAsync();
        return session;
    }
}
