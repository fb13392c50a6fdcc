namespace Kaohe.Server.Shell.Http;

/// <summary>Tells calls of programs from visits of people: the first get status codes and ProblemDetails, the second get pages.</summary>
public static class ApiPaths
{
    private static readonly PathString[] _prefixes = ["/api", "/health", "/elsa"];

    /// <summary>Whether the request is for an endpoint of programs.</summary>
    /// <param name="context">The request.</param>
    public static bool IsApi(HttpContext context) => Array.Exists(_prefixes, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
