using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Shell;

public sealed class AccessTests(ServerHost host) : IClassFixture<ServerHost>
{
    // Whoever adds a way in for visitors adds it here, with a reason.
    private static readonly string[] _openToVisitors =
    [
        "/sign-in", // signing in
        "/api/auth/sign-in", // signing in, for programs
        "/status/{Code:int}", // says what went wrong
        "/verify", // anybody who holds a paper may check it
        "/ics/{token}.ics", // a calendar program has no cookie; the address is the secret
        "/m", "/m/paper", "/m/file", // the link in a mail; its token says who comes, and invalid ones answer alike
        "/health/live", "/health/ready", // monitors
    ];

    private static readonly string[] _openFolders =
    [
        "/_framework/", "/_content/", "/css/", "/js/", "/favicon.", "/Kaohe.Server.", // styles, scripts, icons
        "/_blazor", // the circuit: a page that may be seen opens it
    ];

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new("GET", "/"),
        new("GET", "/account"),
        new("GET", "/account/password"),
        new("GET", "/account/pin"),
        new("GET", "/api/auth/me"),
        new("GET", "/tasks"),
        new("GET", "/tasks/calendar"),
        new("GET", "/tasks/batch/none"),
        new("GET", "/api/tasks/export"),
    ];

    [Fact]
    public Task Should_let_each_role_in_where_it_belongs() => AccessTable.CheckAsync(host, Entries);

    [Fact]
    public void Should_ask_for_a_sign_in_on_every_way_in_that_is_not_listed()
    {
        var open = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !_openToVisitors.Contains(route) && !_openFolders.Any(folder => route.StartsWith(folder, StringComparison.Ordinal)));

        Assert.Empty(open.Distinct());
    }

    [Fact]
    public async Task Should_send_a_visitor_back_to_where_they_wanted_to_go()
    {
        using var answer = await host.Visitor().GetAsync("/operations/instances?status=Faulted", TestContext.Current.CancellationToken);

        Assert.Equal("/sign-in?returnUrl=%2Foperations%2Finstances%3Fstatus%3DFaulted", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData(null, "/")]
    [InlineData("/tasks?state=late", "/tasks?state=late")]
    public void Should_follow_only_addresses_of_ours(string? wanted, string followed) => Assert.Equal(followed, LocalAddress.OrHome(wanted));
}
