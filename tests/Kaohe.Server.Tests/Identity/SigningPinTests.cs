using System.Security.Claims;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Identity;

public sealed class SigningPinTests(ServerHost host) : IClassFixture<ServerHost>
{
    [Fact]
    public async Task Should_accept_the_pin_that_was_set_and_no_other()
    {
        await WithAsync("签发人", async (pin, leader) =>
        {
            Assert.Empty(await pin.SetAsync(leader, ServerHost.Password, "482913", "482913"));

            Assert.Empty(await pin.VerifyAsync(leader, "482913"));
            Assert.Contains("不对", Assert.Single(await pin.VerifyAsync(leader, "482914")).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Should_say_everything_that_is_wrong_with_a_new_pin()
    {
        await WithAsync("粗心人", async (pin, leader) =>
        {
            var problems = await pin.SetAsync(leader, "not-my-password", "12345", "123456");

            Assert.Equal(["password", "pin", "again"], problems.Select(problem => problem.Path));
            Assert.False(await pin.IsSetAsync(leader));
        });
    }

    [Fact]
    public async Task Should_lock_the_account_after_five_wrong_pins()
    {
        await WithAsync("猜口令的人", async (pin, leader) =>
        {
            await pin.SetAsync(leader, ServerHost.Password, "482913", "482913");
            for (var i = 0; i < 5; i++)
            {
                await pin.VerifyAsync(leader, "000111");
            }

            Assert.Contains("锁定", Assert.Single(await pin.VerifyAsync(leader, "482913")).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Should_ask_for_a_pin_to_be_set_first()
    {
        await WithAsync("新领导", async (pin, leader) =>
            Assert.Contains("还没有设置", Assert.Single(await pin.VerifyAsync(leader, "482913")).Message, StringComparison.Ordinal));
    }

    private async Task WithAsync(string name, Func<SigningPin, ClaimsPrincipal, Task> act)
    {
        await host.EnsureAsync(name, user => user.DisplayName = name, RoleCodes.Leader);
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<KaoheUser>>();
        var leader = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, (await users.FindByNameAsync(name))!.Id)], "test"));
        await act(scope.ServiceProvider.GetRequiredService<SigningPin>(), leader);
    }
}
