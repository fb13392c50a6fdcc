using Kaohe.Server.Shell.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kaohe.Server.Studio.Package;

/// <summary>Serves the package's files: compressed as they come, kept by browsers for good where the name carries a hash, asked for again otherwise.</summary>
internal static class StudioFiles
{
    private const string Charts = "node_modules/echarts/dist/echarts.esm.min.mjs";
    private const string ForGood = "private, max-age=31536000, immutable";
    private const string AskAgain = "private, no-cache";

    public static void MapStudioFiles(this IEndpointRouteBuilder studio)
    {
        // Studio insists on settings; all it needs is in the attributes of its element.
        studio.MapGet("/appsettings.json", () => TypedResults.Ok(new { Logging = new { LogLevel = new { Default = "Warning" } } }));
        studio.MapGet("/echarts.mjs", Results<PhysicalFileHttpResult, NotFound> (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = AskAgain;
            var file = new FileInfo(RestoredPackages.Locate(Charts));
            return file.Exists
                ? TypedResults.PhysicalFile(file.FullName, "text/javascript", lastModified: new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}\""))
                : TypedResults.NotFound();
        });
        studio.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Serve);
    }

    private static Results<PhysicalFileHttpResult, NotFound, RedirectHttpResult> Serve(string? path, StudioPackage package, HttpContext context)
    {
        if (string.IsNullOrEmpty(path))
        {
            return TypedResults.Redirect(StudioAddresses.Design);
        }

        if (package[path] is not { } file)
        {
            return TypedResults.NotFound();
        }

        var (ending, encoding) = Choose(file, context.Request);
        var info = new FileInfo(file.Path + ending);
        context.Response.Headers.CacheControl = file.IsHashed ? ForGood : AskAgain;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        return TypedResults.PhysicalFile(info.FullName, file.ContentType, lastModified: new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero), entityTag: new EntityTagHeaderValue($"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}\""));
    }

    private static (string Ending, string? Encoding) Choose(StudioFile file, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0).Select(encoding => encoding.Value.Value).ToList();
        return file.HasBrotli && accepted.Contains("br", StringComparer.OrdinalIgnoreCase) ? (".br", "br")
            : file.HasGzip && accepted.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? (".gz", "gzip")
            : ("", null);
    }
}
