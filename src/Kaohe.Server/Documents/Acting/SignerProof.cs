using System.Security.Claims;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Documents.Acting;

/// <summary>Proves that it is the person who signs: the signing PIN where one is set, else the sign-in password. Wrong ones count and lock the account.</summary>
/// <param name="pin">The PIN.</param>
/// <param name="users">Accounts.</param>
public sealed class SignerProof(SigningPin pin, UserManager<KaoheUser> users)
{
    /// <summary>Whether the person is asked for the PIN rather than for the password.</summary>
    public Task<bool> UsesPinAsync(ClaimsPrincipal principal) => pin.IsSetAsync(principal);

    /// <summary>Checks what was entered.</summary>
    /// <returns>Problems; none when it is right.</returns>
    public async Task<IReadOnlyList<FieldProblem>> VerifyAsync(ClaimsPrincipal principal, string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return [new FieldProblem("pin", "签发须再次输入本人签名口令（未设置的输入登录密码）。")];
        }

        if (await pin.IsSetAsync(principal))
        {
            return await pin.VerifyAsync(principal, secret);
        }

        var user = await users.GetUserAsync(principal) ?? throw new UnauthorizedAccessException("The account is gone.");
        if (await users.IsLockedOutAsync(user))
        {
            return [new FieldProblem("pin", "密码多次不对，账号已锁定 10 分钟。")];
        }

        if (!await users.CheckPasswordAsync(user, secret))
        {
            await users.AccessFailedAsync(user);
            return [new FieldProblem("pin", "密码不对，请重新填写。")];
        }

        await users.ResetAccessFailedCountAsync(user);
        return [];
    }
}
