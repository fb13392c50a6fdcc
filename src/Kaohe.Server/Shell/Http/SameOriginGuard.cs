namespace Kaohe.Server.Shell.Http;

/// <summary>
/// Refuses what another site makes a signed-in person's browser send to an endpoint. Forms carry an antiforgery token besides;
/// JSON endpoints have only this and the SameSite cookie. Programs other than browsers send neither header and are let through.
/// </summary>
/// <param name="next">The rest.</param>
public sealed class SameOriginGuard(RequestDelegate next)
{
    /// <summary>Lets the request through or answers 403.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context) =>
        IsReading(context.Request) || IsOwn(context.Request)
            ? next(context)
            : Problems.Result(StatusCodes.Status403Forbidden, "请求来自其他网站，已拒绝。请在本系统的页面上操作。").ExecuteAsync(context);

    private static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { } site)
        {
            return site is "same-origin" or "none";
        }

        // A page that tells nobody its address (Referrer-Policy: no-referrer) makes browsers send this; its form carries an antiforgery token.
        if (request.Headers.Origin.FirstOrDefault() == "null" && request.Path == Mail.Links.PersonalMail.Page)
        {
            return true;
        }

        return request.Headers.Origin.FirstOrDefault() is not { } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
