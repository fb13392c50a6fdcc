using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Tests.Given;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Shell;

public sealed class ProblemTests(ProblemTests.Failing host) : IClassFixture<ProblemTests.Failing>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_answer_a_program_that_is_not_signed_in_in_Chinese()
    {
        using var answer = await host.Visitor().GetAsync("/api/auth/me", Cancel);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("请先登录", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Should_tell_a_program_nothing_but_a_number_when_something_breaks()
    {
        var client = await host.SignInAsync("考核办", RoleCodes.Office);

        using var answer = await client.GetAsync("/api/auth/me", Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("secret detail", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
        var body = JsonDocument.Parse(text).RootElement;
        Assert.Equal("系统出错", body.GetProperty("title").GetString());
        Assert.NotEmpty(body.GetProperty("traceId").GetString()!);
    }

    [Theory]
    [InlineData("/api/nothing", "没有找到")]
    [InlineData("/api/operations/instances/none", "没有找到")]
    public async Task Should_answer_a_program_in_Chinese_when_there_is_nothing(string address, string title)
    {
        var client = await host.SignInAsync("考核办", RoleCodes.Office);

        using var answer = await client.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(title, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Should_answer_malformed_json_in_Chinese()
    {
        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");

        using var answer = await host.Visitor().PostAsync("/api/auth/sign-in", content, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("请求无法识别", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/nothing-here", HttpStatusCode.NotFound, "没有找到")]
    [InlineData("/operations/flows", HttpStatusCode.Forbidden, "没有权限")]
    public async Task Should_show_a_person_a_page_that_says_what_to_do(string address, HttpStatusCode status, string title)
    {
        var client = await host.SignInAsync("某单位", RoleCodes.Unit);

        using var answer = await client.GetAsync(address, Cancel);

        Assert.Equal(status, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("回到工作台", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_forbid_foreign_scripts_and_frames_on_every_page()
    {
        using var answer = await host.Visitor().GetAsync("/sign-in", Cancel);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    /// <summary>A server whose directory of people is broken.</summary>
    public sealed class Failing : ServerHost
    {
        protected override void Adjust(WebApplicationBuilder builder) => builder.Services.AddSingleton<IOfficePeople, Broken>();

        private sealed class Broken : IOfficePeople
        {
            public ValueTask<OfficeDirectory> DirectoryAsync(CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret detail");

            public ValueTask<DelegationBook> DelegationsAsync(CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret detail");
        }
    }
}
