using System.Security.Cryptography;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Identity;

/// <summary>
/// Sees to it that somebody can sign in: makes the roles, and on an empty database an administrator with a one-time password that is shown on
/// the console once and must be changed at the first sign-in.
/// </summary>
/// <param name="scopes">Scopes.</param>
public sealed class FirstStart(IServiceScopeFactory scopes) : IStartStep, IStartNotice
{
    /// <summary>Name of the first administrator.</summary>
    public const string AdministratorName = "admin";

    // Without characters that are mistaken for each other when copied from a screen.
    private const string Characters = "abcdefghjkmnpqrstuvwxyz23456789";
    private string? _password;

    /// <inheritdoc />
    public int Order => 10;

    /// <inheritdoc />
    public IReadOnlyList<string> Lines => _password is null
        ? []
        : [$"  首次启动：管理员登录名 {AdministratorName}，一次性密码 {_password}（只显示这一次，登录后必须修改）"];

    /// <summary>A password that is easy to copy: three groups of four, with at least one digit.</summary>
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 3).Select(group => group == 2
        ? RandomNumberGenerator.GetString("23456789", 4)
        : RandomNumberGenerator.GetString(Characters, 4)));

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await MakeRolesAsync(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>());
        var users = scope.ServiceProvider.GetRequiredService<UserManager<KaoheUser>>();
        if (!await users.Users.AnyAsync(cancellationToken))
        {
            await MakeAdministratorAsync(users);
        }
    }

    private static async Task MakeRolesAsync(RoleManager<IdentityRole> roles)
    {
        foreach (var role in Role.All)
        {
            if (!await roles.RoleExistsAsync(role.Code))
            {
                (await roles.CreateAsync(new IdentityRole(role.Code))).ThrowIfFailed();
            }
        }
    }

    private async Task MakeAdministratorAsync(UserManager<KaoheUser> users)
    {
        var password = NewPassword();
        var administrator = new KaoheUser { UserName = AdministratorName, DisplayName = "系统管理员" };
        (await users.CreateAsync(administrator, password)).ThrowIfFailed();
        (await users.AddToRoleAsync(administrator, RoleCodes.Administrator)).ThrowIfFailed();
        (await users.AddClaimAsync(administrator, new(KaoheClaims.MustChangePassword, "1"))).ThrowIfFailed();
        _password = password;
    }
}
