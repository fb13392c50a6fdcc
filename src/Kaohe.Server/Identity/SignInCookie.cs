using Kaohe.Server.Shell.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;

namespace Kaohe.Server.Identity;

/// <summary>The cookie of a signed-in person, and what happens without it: people are led to the sign-in page, programs get 401 or 403.</summary>
internal static class SignInCookie
{
    public const string SignInPath = "/sign-in";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "kaohe.sign-in";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // a link in a mail must open signed in
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.TimeProvider = TimeProvider.System; // moving the demo's clock must not sign anybody out
        options.LoginPath = SignInPath;
        options.Events.OnRedirectToLogin = context => ApiPaths.IsApi(context.HttpContext)
            ? Problems.Result(StatusCodes.Status401Unauthorized).ExecuteAsync(context.HttpContext)
            : Redirect(context);
        options.Events.OnRedirectToAccessDenied = context => ApiPaths.IsApi(context.HttpContext)
            ? Problems.Result(StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext)
            : Deny(context);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var target = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/";
        context.Response.Redirect(target == "/" ? SignInPath : QueryHelpers.AddQueryString(SignInPath, "returnUrl", target));
        return Task.CompletedTask;
    }

    // The status page says the rest.
    private static Task Deny(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
