using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Shell;

public sealed class FrameTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task Should_guide_a_person_once_and_again_when_asked(Screen screen)
    {
        await using var session = await chromium.OpenAsync(product, screen);
        await session.SignInAsync(screen == Screen.Desk ? "考核办经办人" : "原平市联络员");
        var tour = session.Page.GetByRole(AriaRole.Complementary, new() { Name = "使用引导" });
        await Assertions.Expect(tour).ToContainTextAsync("欢迎使用");
        await session.KeepAsync("tour");

        await tour.GetByRole(AriaRole.Button, new() { Name = "不再显示" }).ClickAsync();
        await Assertions.Expect(tour).ToBeHiddenAsync();
        await session.GoAsync("/");
        await Assertions.Expect(tour).ToBeHiddenAsync();
        await session.Page.Locator(".menu-button").Last.ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "使用引导" }).ClickAsync();

        await Assertions.Expect(tour).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("考核办综合科")]
    [InlineData("市委书记")]
    [InlineData("五台县联络员")]
    [InlineData("第二考核组组长")]
    [InlineData("系统管理员")]
    public async Task Should_lead_each_role_through_its_pages_once(string account)
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync(account);
        var tour = session.Page.GetByRole(AriaRole.Complementary, new() { Name = "使用引导" });
        await Assertions.Expect(tour).ToContainTextAsync("欢迎使用");
        var count = int.Parse((await tour.Locator(".tour-head .muted").InnerTextAsync()).Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(count, 3, 7);
        for (var step = 2; step <= count; step++)
        {
            await tour.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
            await Assertions.Expect(tour).ToContainTextAsync($"{step} / {count}");
            var here = session.Page.Url;
            await tour.GetByRole(AriaRole.Button, new() { Name = "去看看" }).ClickAsync();
            await session.Page.WaitForFunctionAsync("here => location.href !== here", here);
            await session.Page.Locator("main h1").First.WaitForAsync();
            Assert.Equal(0, await session.Page.GetByText("没有权限").CountAsync());
        }

        await session.GoAsync("/");
        await Assertions.Expect(tour).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Should_ask_for_styles_and_scripts_once()
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();
        foreach (var address in await session.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(file => file.href ?? file.src)"))
        {
            var answer = await session.Page.APIRequest.GetAsync(address);

            Assert.True(answer.Ok, address);
            Assert.Contains("immutable", answer.Headers["cache-control"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Should_find_a_page_by_a_few_characters()
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();

        await session.Page.Keyboard.PressAsync("Control+K");
        await Assertions.Expect(session.Page.GetByPlaceholder("人员、单位、公文、任务、页面")).ToBeFocusedAsync();
        await session.Page.Keyboard.TypeAsync("投递");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Option, new() { Name = "投递失败" })).ToBeVisibleAsync();
        await session.KeepAsync("search");
        await session.Page.Keyboard.PressAsync("Enter");

        await session.Heading("投递失败").WaitForAsync();
    }

    [Fact]
    public async Task Should_keep_large_type_for_the_person()
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();
        await session.Page.Locator(".menu-button").Last.ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "大字版" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator("html")).ToHaveClassAsync("large-type");
        await session.Heading("工作台").WaitForAsync();
        await session.KeepAsync("workbench-large-type");

        await using var elsewhere = await chromium.OpenAsync(product);
        await elsewhere.SignInAsync("考核办经办人");
        await Assertions.Expect(elsewhere.Page.Locator("html")).ToHaveClassAsync("large-type");

        await elsewhere.Heading("工作台").WaitForAsync();
        await elsewhere.Page.Locator(".menu-button").Last.ClickAsync();
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "标准字号" }).ClickAsync();
        await Assertions.Expect(elsewhere.Page.Locator("html")).Not.ToHaveClassAsync("large-type");
    }

    [Fact]
    public async Task Should_open_the_navigation_on_a_phone()
    {
        await using var session = await chromium.OpenAsync(product, Screen.Phone);
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "打开导航" }).ClickAsync();
        await session.KeepAsync("navigation");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "流程", Exact = true }).ClickAsync();

        await session.Heading("流程").WaitForAsync();
    }

    [Fact]
    public async Task Should_show_who_may_not_that_they_may_not()
    {
        await using var session = await chromium.OpenAsync(product);
        await session.SignInAsync("考核办经办人");
        await session.Heading("工作台").WaitForAsync();

        await session.Page.GotoAsync("/nothing-here");

        await session.Heading("没有找到").WaitForAsync();
        await session.KeepAsync("not-found");
        (session.Complaints as List<string>)!.RemoveAll(complaint => complaint.Contains("404", StringComparison.Ordinal));
    }
}
