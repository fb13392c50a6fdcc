using System.Security.Claims;
using System.Text.Json;
using Kaohe.Office;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Identity;

/// <summary>
/// Small things that are kept for a person: large type, the chosen year, columns and views of a table, whether the tour was seen.
/// They lie in Identity's table of user tokens, which is a name and a value for each person.
/// </summary>
/// <param name="databases">Contexts.</param>
/// <param name="lane">Changes.</param>
public sealed class UserPreferences(IDbContextFactory<KaoheDb> databases, IWriteLane lane)
{
    private const string Provider = "kaohe";
    private const string TourSeen = "tour-seen";

    /// <summary>What is kept under a name; the type's default when nothing is, or for a visitor.</summary>
    /// <typeparam name="T">Its type; plain data.</typeparam>
    /// <param name="user">The signed-in person.</param>
    /// <param name="name">Name, e.g. <c>table:/operations/instances</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T?> ReadAsync<T>(ClaimsPrincipal user, string name, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var kept = await db.UserTokens.Where(token => token.UserId == user.AccountId() && token.LoginProvider == Provider && token.Name == name)
            .Select(token => token.Value).FirstOrDefaultAsync(cancellationToken);
        return kept is null ? default : JsonSerializer.Deserialize<T>(kept, OfficeJson.Options);
    }

    /// <summary>Keeps something under a name.</summary>
    /// <typeparam name="T">Its type; plain data.</typeparam>
    /// <param name="user">The signed-in person.</param>
    /// <param name="name">Name.</param>
    /// <param name="value">What to keep.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WriteAsync<T>(ClaimsPrincipal user, string name, T value, CancellationToken cancellationToken = default) => lane.RunAsync(
        async (db, cancel) =>
        {
            if (user.AccountId() is { } id)
            {
                var kept = await db.UserTokens.FindAsync([id, Provider, name], cancel)
                    ?? db.UserTokens.Add(new IdentityUserToken<string> { UserId = id, LoginProvider = Provider, Name = name }).Entity;
                kept.Value = JsonSerializer.Serialize(value, OfficeJson.Options);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Whether pages are shown in large type (关怀版); false for a visitor.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> LargeTypeAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return user.AccountId() is { } id
            && await db.Users.Where(account => account.Id == id).Select(account => account.LargeType).FirstOrDefaultAsync(cancellationToken);
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
    public Task<bool> TourSeenAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) => ReadAsync<bool>(user, TourSeen, cancellationToken);

    /// <summary>Keeps that the guided tour was seen.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SetTourSeenAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) => WriteAsync(user, TourSeen, true, cancellationToken);
}
