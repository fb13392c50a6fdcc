namespace Kaohe.Server.Shell.Http;

/// <summary>Headers of every answer. An endpoint that needs another content policy (Elsa Studio runs WebAssembly) sets the header itself; it is left alone.</summary>
/// <param name="next">The rest.</param>
public sealed class SecurityHeaders(RequestDelegate next)
{
    // MudBlazor and Blazor set style attributes; scripts come from files of ours only. Frames show our own PDF files.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; frame-src 'self' blob:; object-src 'self' blob:; frame-ancestors 'self'; form-action 'self'; base-uri 'self'";

    /// <summary>Adds the headers and goes on.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin"); // a page whose address holds a token is stricter
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
