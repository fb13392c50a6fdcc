using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Identity.Demo;

/// <summary>What a seeder works with.</summary>
/// <param name="users">Accounts.</param>
/// <param name="hasher">Hashes the one demo password.</param>
/// <param name="password">Password of every demo account.</param>
public sealed class DemoContext(UserManager<KaoheUser> users, IPasswordHasher<KaoheUser> hasher, string password)
{
    private readonly List<DemoAccount> _shown = [];
    private string? _hash;

    /// <summary>Accounts that the console prints.</summary>
    public IReadOnlyList<DemoAccount> Shown => _shown;

    /// <summary>Makes an account when its name is not taken yet.</summary>
    /// <param name="account">The account.</param>
    public async Task EnsureAsync(DemoAccount account)
    {
        if (account.IsShown)
        {
            _shown.Add(account);
        }

        if (await users.FindByNameAsync(account.UserName) is not null)
        {
            return;
        }

        var user = new KaoheUser
        {
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            PersonId = account.PersonId,
            UnitId = account.UnitId,
            Email = account.Email,
        };
        // Hashing is slow on purpose; a hundred accounts with one password share its hash.
        user.PasswordHash = _hash ??= hasher.HashPassword(user, password);
        (await users.CreateAsync(user)).ThrowIfFailed();
        (await users.AddToRolesAsync(user, account.Roles)).ThrowIfFailed();
    }
}
