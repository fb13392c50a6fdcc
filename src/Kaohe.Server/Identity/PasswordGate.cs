using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Identity;

/// <summary>Somebody with a password that was handed out to them does nothing else before it is changed.</summary>
/// <param name="next">The rest.</param>
internal sealed class PasswordGate(RequestDelegate next)
{
    public const string Page = "/account/password";

    private static readonly PathString[] _open = [Page, "/account/sign-out", "/api/auth", "/sign-in", "/status", "/css", "/js", "/_framework", "/_content", "/health"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.HasClaim(claim => claim.Type == KaoheClaims.MustChangePassword)
            || Array.Exists(_open, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        if (ApiPaths.IsApi(context))
        {
            return Problems.Result(StatusCodes.Status403Forbidden, "请先登录网页修改一次性密码，然后再使用。").ExecuteAsync(context);
        }

        context.Response.Redirect(Page);
        return Task.CompletedTask;
    }
}
