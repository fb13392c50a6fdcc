using System.Security.Claims;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Identity;

/// <summary>The PIN that a person enters for each signature. Wrong ones count like wrong passwords and lock the account.</summary>
/// <param name="users">Accounts.</param>
/// <param name="hasher">Hashes.</param>
public sealed class SigningPin(UserManager<KaoheUser> users, IPasswordHasher<KaoheUser> hasher)
{
    private const int Length = 6;

    /// <summary>Whether the person has set a PIN.</summary>
    /// <param name="principal">The signed-in person.</param>
    public async Task<bool> IsSetAsync(ClaimsPrincipal principal) => await users.GetUserAsync(principal) is { PinHash: not null };

    /// <summary>Sets the PIN; the password proves who asks.</summary>
    /// <param name="principal">The signed-in person.</param>
    /// <param name="password">The sign-in password.</param>
    /// <param name="pin">Six digits.</param>
    /// <param name="again">The same once more.</param>
    /// <returns>Problems; none when set.</returns>
    public async Task<IReadOnlyList<FieldProblem>> SetAsync(ClaimsPrincipal principal, string? password, string? pin, string? again)
    {
        var user = await GetAsync(principal);
        List<FieldProblem> problems = [];
        if (!await users.CheckPasswordAsync(user, password ?? string.Empty))
        {
            problems.Add(new FieldProblem("password", "登录密码不对，请重新填写。"));
        }

        if (pin is not { Length: Length } || !pin.All(char.IsAsciiDigit))
        {
            problems.Add(new FieldProblem("pin", "签名口令是 6 位数字。"));
        }
        else if (pin.Distinct().Count() < 3)
        {
            problems.Add(new FieldProblem("pin", "签名口令太简单，请至少用 3 个不同的数字。"));
        }

        if (pin != again)
        {
            problems.Add(new FieldProblem("again", "两次填写的签名口令不一样。"));
        }

        if (problems.Count == 0)
        {
            user.PinHash = hasher.HashPassword(user, pin!);
            await users.UpdateAsync(user);
        }

        return problems;
    }

    /// <summary>Checks the PIN for a signature.</summary>
    /// <param name="principal">The signed-in person.</param>
    /// <param name="pin">What was entered.</param>
    /// <returns>Problems; none when it is right.</returns>
    public async Task<IReadOnlyList<FieldProblem>> VerifyAsync(ClaimsPrincipal principal, string? pin) => await VerifyAsync(await GetAsync(principal), pin);

    /// <summary>Checks the PIN of an account.</summary>
    /// <param name="user">The account.</param>
    /// <param name="pin">What was entered.</param>
    /// <returns>Problems; none when it is right.</returns>
    public async Task<IReadOnlyList<FieldProblem>> VerifyAsync(KaoheUser user, string? pin)
    {
        if (user.PinHash is null)
        {
            return [new FieldProblem("pin", "您还没有设置签名口令，请先在“个人设置”里设置。")];
        }

        if (await users.IsLockedOutAsync(user))
        {
            return [new FieldProblem("pin", "签名口令多次不对，账号已锁定 10 分钟。")];
        }

        if (hasher.VerifyHashedPassword(user, user.PinHash, pin ?? string.Empty) == PasswordVerificationResult.Failed)
        {
            await users.AccessFailedAsync(user);
            return [new FieldProblem("pin", "签名口令不对，请重新填写。")];
        }

        await users.ResetAccessFailedCountAsync(user);
        return [];
    }

    private async Task<KaoheUser> GetAsync(ClaimsPrincipal principal) =>
        await users.GetUserAsync(principal) ?? throw new UnauthorizedAccessException("The account is gone.");
}
