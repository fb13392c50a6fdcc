using System.Security.Claims;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Tests.Given;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Identity;

public sealed class ActorTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_see_an_account_as_a_person_with_roles_and_a_post_in_its_unit()
    {
        await host.EnsureAsync("忻府区", user => (user.DisplayName, user.PersonId, user.UnitId) = ("忻府区经办人", "p-xinfu", "u-xinfu"), RoleCodes.Unit);

        var actor = await ActorAsync("p-xinfu", RoleCodes.Unit);

        Assert.Equal("忻府区经办人", actor!.Name);
        Assert.True(actor.Is(Role.Unit));
        Assert.Equal([new Post("u-xinfu", PostCodes.Handler, "经办人")], actor.Person.Posts);
        var people = await host.Services.GetRequiredService<IOfficePeople>().DirectoryAsync(Cancel);
        Assert.Contains(people.Expand([Candidate.OfUnit("u-xinfu")]), person => person.Id == "p-xinfu");
    }

    [Fact]
    public async Task Should_see_nobody_behind_a_visitor()
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();

        var current = scope.ServiceProvider.GetRequiredService<ICurrentActor>();

        Assert.Null(await current.FindAsync(Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await current.GetAsync(Cancel));
    }

    private async Task<Actor?> ActorAsync(string personId, string role)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var identity = new ClaimsIdentity([new Claim(KaoheClaims.PersonId, personId), new Claim(ClaimTypes.Role, role)], "test");
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(identity) };
        return await scope.ServiceProvider.GetRequiredService<ICurrentActor>().FindAsync(Cancel);
    }
}
