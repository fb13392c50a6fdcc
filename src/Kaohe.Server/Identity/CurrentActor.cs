using System.Security.Claims;
using Kaohe.Office.People;
using Kaohe.Server.Identity.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace Kaohe.Server.Identity;

/// <summary>Finds the actor behind the request or the circuit. Roles come from the sign-in, posts and delegations from <see cref="IOfficePeople"/>.</summary>
/// <param name="requests">The request, when there is one.</param>
/// <param name="circuit">The circuit's sign-in.</param>
/// <param name="people">All people.</param>
/// <param name="clock">Says which delegations hold.</param>
internal sealed class CurrentActor(IHttpContextAccessor requests, AuthenticationStateProvider circuit, IOfficePeople people, TimeProvider clock) : ICurrentActor
{
    public async ValueTask<Actor?> FindAsync(CancellationToken cancellationToken = default)
    {
        var user = await UserAsync();
        if (user.FindFirstValue(KaoheClaims.PersonId) is not { } id)
        {
            return null;
        }

        var directory = await people.DirectoryAsync(cancellationToken);
        var delegations = await people.DelegationsAsync(cancellationToken);
        string[] roles = [.. Role.All.Select(role => role.Code).Where(user.IsInRole)];
        var person = directory.Find(id) is { } known
            ? known with { Roles = roles }
            : new Person { Id = id, Name = user.ShownName(), Roles = roles };
        return new Actor(person, delegations.StandInsOf(id, directory, clock.GetUtcNow()));
    }

    public async ValueTask<Actor> GetAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken) ?? throw new UnauthorizedAccessException("Nobody is signed in.");

    // Inside a circuit the accessor may still hold the request that opened it; there the provider is the one that is kept up to date.
    private async ValueTask<ClaimsPrincipal> UserAsync() =>
        requests.HttpContext is { } request && !request.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            ? request.User
            : (await circuit.GetAuthenticationStateAsync()).User;
}
