using System.Security.Claims;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Identity;

/// <summary>Signs people in and changes their passwords; behind the pages and the endpoints alike.</summary>
/// <param name="signIns">Cookies.</param>
/// <param name="users">Accounts.</param>
public sealed class SignInDesk(SignInManager<KaoheUser> signIns, UserManager<KaoheUser> users)
{
    /// <summary>Said for an unknown name and a wrong password alike, so that nobody learns which names exist.</summary>
    public const string WrongNameOrPassword = "登录名或密码不对，请重新填写。连续 5 次不对，账号将锁定 10 分钟。";

    private const string Locked = "账号已锁定（连续多次密码不对，或已停用）。请 10 分钟后再试，或联系管理员。";

    /// <summary>Signs in.</summary>
    /// <param name="userName">Name of the account.</param>
    /// <param name="password">The password.</param>
    /// <param name="remember">Whether the sign-in outlives the browser.</param>
    /// <returns>Problems; none when signed in.</returns>
    public async Task<IReadOnlyList<FieldProblem>> SignInAsync(string? userName, string? password, bool remember)
    {
        List<FieldProblem> problems = [];
        if (string.IsNullOrWhiteSpace(userName))
        {
            problems.Add(new FieldProblem("userName", "请填写登录名。"));
        }

        if (string.IsNullOrEmpty(password))
        {
            problems.Add(new FieldProblem("password", "请填写密码。"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var result = await signIns.PasswordSignInAsync(userName!.Trim(), password!, remember, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => [],
            { IsLockedOut: true } => [new FieldProblem("userName", Locked)],
            _ => [new FieldProblem("password", WrongNameOrPassword)],
        };
    }

    /// <summary>Ends the sign-in.</summary>
    public Task SignOutAsync() => signIns.SignOutAsync();

    /// <summary>Changes the password and keeps the person signed in; other sign-ins of the account end.</summary>
    /// <param name="principal">The signed-in person.</param>
    /// <param name="current">Password now.</param>
    /// <param name="wanted">New password.</param>
    /// <param name="again">The new password once more.</param>
    /// <returns>Problems; none when changed.</returns>
    public async Task<IReadOnlyList<FieldProblem>> ChangePasswordAsync(ClaimsPrincipal principal, string? current, string? wanted, string? again)
    {
        if (wanted != again)
        {
            return [new FieldProblem("again", "两次填写的新密码不一样，请重新填写。")];
        }

        if (!string.IsNullOrEmpty(wanted) && wanted == current)
        {
            return [new FieldProblem("wanted", "新密码不能与原密码相同。")];
        }

        var user = await users.GetUserAsync(principal) ?? throw new UnauthorizedAccessException("The account is gone.");
        var result = await users.ChangePasswordAsync(user, current ?? string.Empty, wanted ?? string.Empty);
        if (!result.Succeeded)
        {
            return [.. result.Errors.Select(error => new FieldProblem(
                error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "current" : "wanted", error.Description, error.Code))];
        }

        var claims = await users.GetClaimsAsync(user);
        await users.RemoveClaimsAsync(user, claims.Where(claim => claim.Type == KaoheClaims.MustChangePassword));
        await signIns.RefreshSignInAsync(user);
        return [];
    }
}
