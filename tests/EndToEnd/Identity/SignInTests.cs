using Kaohe.EndToEnd.Given;
using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Identity;

public sealed class SignInTests(Product product, Chromium chromium) : IClassFixture<Product>
{
    [Fact]
    public async Task Should_let_the_first_administrator_in_with_the_password_of_the_console()
    {
        await using var session = await chromium.OpenAsync(product);

        await session.SignInAsync("admin", product.OneTimePassword);
        await session.Heading("修改密码").WaitForAsync();
        await session.KeepAsync("change-password");
        await session.Page.GetByLabel("原密码").FillAsync(product.OneTimePassword);
        await session.Page.GetByLabel("新密码", new() { Exact = true }).FillAsync("first-admin-2026");
        await session.Page.GetByLabel("再写一次新密码").FillAsync("first-admin-2026");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();

        await session.Heading("工作台").WaitForAsync();
        await session.KeepAsync("workbench-administrator");
        await session.Page.GetByText("系统管理员").First.ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await session.Heading("登录").WaitForAsync();
    }

    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task Should_say_what_is_wrong_at_the_field_without_telling_which_names_exist(Screen screen)
    {
        await using var session = await chromium.OpenAsync(product, screen);

        await session.SignInAsync("没有此人", "wrong");

        await Assertions.Expect(session.Page.GetByText("登录名或密码不对")).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByLabel("登录名")).ToHaveValueAsync("没有此人");
        await session.KeepAsync("sign-in-refused");
        Assert.Empty(await session.BarriersAsync());
    }

    [Fact]
    public async Task Should_sign_in_without_script()
    {
        await using var session = await chromium.OpenAsync(product, Screen.Phone, withScript: false);

        await session.SignInAsync("没有此人", "wrong");

        await Assertions.Expect(session.Page.GetByText("登录名或密码不对")).ToBeVisibleAsync();
    }
}
