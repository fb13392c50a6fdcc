using System.Security.Claims;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Identity;

/// <summary>Fills the sign-in cookie.</summary>
/// <param name="users">Accounts.</param>
/// <param name="roles">Roles.</param>
/// <param name="options">Names of the standard claims.</param>
public sealed class KaoheClaimsFactory(UserManager<KaoheUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<KaoheUser, IdentityRole>(users, roles, options)
{
    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(KaoheUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(KaoheClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(KaoheClaims.PersonId, user.PersonId ?? user.Id));
        if (user.UnitId is not null)
        {
            identity.AddClaim(new Claim(KaoheClaims.UnitId, user.UnitId));
        }

        return identity;
    }
}
