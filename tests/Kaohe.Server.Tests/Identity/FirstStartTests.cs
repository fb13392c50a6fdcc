using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Identity;

public sealed partial class FirstStartTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_make_an_administrator_whose_one_time_password_must_be_changed_first()
    {
        var line = Assert.Single(host.Services.GetRequiredService<FirstStart>().Lines);
        var password = OneTimePassword().Match(line).Value;
        var client = host.Visitor();
        using var signedIn = await client.PostAsJsonAsync("/api/auth/sign-in", new SignInRequest(FirstStart.AdministratorName, password), Cancel);
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);

        using (var page = await client.GetAsync("/", Cancel))
        {
            Assert.Equal("/account/password", page.Headers.Location?.OriginalString);
        }

        using (var api = await client.GetAsync("/api/operations/flows", Cancel))
        {
            Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        }

        using var changed = await PostFormAsync(client, "/account/password", "password", new()
        {
            ["Input.Current"] = password, ["Input.Wanted"] = "my-own-password-1", ["Input.Again"] = "my-own-password-1",
        });
        Assert.Equal("/", changed.Headers.Location?.AbsolutePath);

        using var work = await client.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.OK, work.StatusCode);
    }

    [Fact]
    public async Task Should_keep_everything_that_changes_in_the_data_folder()
    {
        Assert.True(File.Exists(Path.Combine(host.Folder, "kaohe.db")));
        using var answer = await host.Visitor().GetAsync("/health/ready", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "short1", "至少要 8 位")]
    [InlineData("", "no-digits-here", "要有数字")]
    [InlineData("wrong-1", "my-own-password-1", "原密码不对")]
    public async Task Should_say_what_is_wrong_with_a_new_password_at_its_field(string current, string wanted, string problem)
    {
        var client = await host.SignInAsync("换密码的人", RoleCodes.Unit);

        using var answer = await PostFormAsync(client, "/account/password", "password", new()
        {
            ["Input.Current"] = current.Length > 0 ? current : ServerHost.Password, ["Input.Wanted"] = wanted, ["Input.Again"] = wanted,
        });

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(problem, page, StringComparison.Ordinal);
        Assert.Contains("处需要更正", page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostFormAsync(HttpClient client, string address, string handler, Dictionary<string, string> fields)
    {
        var form = await client.GetStringAsync(address, Cancel);
        fields["_handler"] = handler;
        fields["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(address, content, Cancel);
    }

    [GeneratedRegex(@"[a-z2-9]{4}-[a-z2-9]{4}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex OneTimePassword();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
