using System.Security.Claims;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Identity;

/// <summary>What is kept for a person about how pages look and what they have seen.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="lane">Changes.</param>
public sealed class UserPreferences(IDbContextFactory<KaoheDb> databases, IWriteLane lane)
{
    /// <summary>Whether pages are shown in large type (关怀版); false for a visitor.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> LargeTypeAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        if (user.AccountId() is not { } id)
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.Where(account => account.Id == id).Select(account => account.LargeType).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Keeps the choice of large type.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="large">Whether pages are shown in large type.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SetLargeTypeAsync(ClaimsPrincipal user, bool large, CancellationToken cancellationToken = default) => lane.RunAsync(
        (db, cancel) => db.Users.Where(account => account.Id == user.AccountId())
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LargeType, large), cancel),
        cancellationToken);

    /// <summary>Whether the guided tour was seen.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> TourSeenAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UserClaims.AnyAsync(claim => claim.UserId == user.AccountId() && claim.ClaimType == KaoheClaims.TourSeen, cancellationToken);
    }

    /// <summary>Keeps that the guided tour was seen, or forgets it so that it is shown again.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="seen">Whether it was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SetTourSeenAsync(ClaimsPrincipal user, bool seen, CancellationToken cancellationToken = default) => lane.RunAsync(
        async (db, cancel) =>
        {
            await db.UserClaims.Where(claim => claim.UserId == user.AccountId() && claim.ClaimType == KaoheClaims.TourSeen).ExecuteDeleteAsync(cancel);
            if (seen && user.AccountId() is { } id)
            {
                db.UserClaims.Add(new IdentityUserClaim<string> { UserId = id, ClaimType = KaoheClaims.TourSeen, ClaimValue = "1" });
            }

            return seen;
        },
        cancellationToken);
}
