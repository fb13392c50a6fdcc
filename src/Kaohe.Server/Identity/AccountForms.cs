using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Kaohe.Server.Identity;

/// <summary>Forms that stand in the frame of every page: sign-out, large type. Plain posts, so that they can set cookies and work everywhere.</summary>
internal static class AccountForms
{
    public static void MapAccountForms(this IEndpointRouteBuilder endpoints)
    {
        var account = endpoints.MapGroup("/account");
        account.MapPost("/sign-out", async ([FromForm] string? returnUrl, SignInDesk desk) =>
        {
            await desk.SignOutAsync();
            return TypedResults.LocalRedirect(SignInCookie.SignInPath);
        });
        account.MapPost("/large-type", async ([FromForm] bool large, [FromForm] string? returnUrl, ClaimsPrincipal user, UserPreferences preferences, CancellationToken cancellationToken) =>
        {
            await preferences.SetLargeTypeAsync(user, large, cancellationToken);
            return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl));
        });
    }
}
