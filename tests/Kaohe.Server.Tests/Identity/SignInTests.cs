using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Identity;

public sealed class SignInTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Should_name_the_roles_of_the_office()
    {
        string[] codes = [RoleCodes.Office, RoleCodes.Team, RoleCodes.Leader, RoleCodes.Unit, RoleCodes.Administrator];

        Assert.Equal(Role.All.Select(role => role.Code), codes);
    }

    [Fact]
    public async Task Should_tell_who_is_signed_in()
    {
        var client = await host.SignInAsync("考核办经办人", RoleCodes.Office);

        var me = await client.GetFromJsonAsync<SignedInPerson>("/api/auth/me", Cancel);

        Assert.Equal("考核办经办人", me!.Name);
        Assert.Equal([RoleCodes.Office], me.Roles);
    }

    [Fact]
    public async Task Should_say_every_missing_field_at_once()
    {
        using var answer = await host.Visitor().PostAsJsonAsync("/api/auth/sign-in", new SignInRequest(" ", null), Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(["userName", "password"], body.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Should_not_tell_an_unknown_name_from_a_wrong_password()
    {
        await host.EnsureAsync("某人", user => user.DisplayName = "某人", RoleCodes.Unit);

        Assert.Equal(await RefusalAsync("某人", "wrong-password-1"), await RefusalAsync("没有此人", "wrong-password-1"));
    }

    [Fact]
    public async Task Should_lock_an_account_after_five_wrong_passwords()
    {
        await host.EnsureAsync("易锁", user => user.DisplayName = "易锁", RoleCodes.Unit);
        for (var i = 0; i < 5; i++)
        {
            await RefusalAsync("易锁", "wrong-password-1");
        }

        Assert.Contains("锁定", await RefusalAsync("易锁", ServerHost.Password));
    }

    [Fact]
    public async Task Should_end_the_sign_in()
    {
        var client = await host.SignInAsync("要走的人", RoleCodes.Unit);
        using var left = await client.PostAsync("/api/auth/sign-out", content: null, Cancel);

        using var answer = await client.GetAsync("/api/auth/me", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Should_refuse_what_another_site_makes_the_browser_send()
    {
        var client = await host.SignInAsync("被骗的人", RoleCodes.Unit);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/sign-out");
        request.Headers.Add("Origin", "http://evil.example");

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> RefusalAsync(string userName, string password)
    {
        using var answer = await host.Visitor().PostAsJsonAsync("/api/auth/sign-in", new SignInRequest(userName, password), Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString()!;
    }
}
