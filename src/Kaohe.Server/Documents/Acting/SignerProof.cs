using System.Security.Claims;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

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
    public async Task<IReadOnlyList<FieldProblem>> VerifyAsync(ClaimsPrincipal principal, string? secret) =>
        await VerifyAsync(await users.GetUserAsync(principal) ?? throw new UnauthorizedAccessException("The account is gone."), secret);

    /// <summary>Checks what was entered for a person who is known to be signed in.</summary>
    /// <returns>Problems; none when it is right.</returns>
    public async Task<IReadOnlyList<FieldProblem>> VerifyAsync(Actor actor, string? secret) =>
        await users.Users.FirstOrDefaultAsync(user => user.PersonId == actor.Id || (user.PersonId == null && user.Id == actor.Id)) is { } user
            ? await VerifyAsync(user, secret)
            : [new FieldProblem("pin", "没有您的账号，不能签发。")];

    private async Task<IReadOnlyList<FieldProblem>> VerifyAsync(KaoheUser user, string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return [new FieldProblem("pin", "签发须再次输入本人签名口令（未设置的输入登录密码）。")];
        }

        if (user.PinHash is not null)
        {
            return await pin.VerifyAsync(user, secret);
        }

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
