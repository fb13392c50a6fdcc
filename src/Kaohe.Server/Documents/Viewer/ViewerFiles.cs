using System.Collections.Concurrent;
using System.IO.Compression;
using Kaohe.Server.Shell.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Kaohe.Server.Documents.Viewer;

/// <summary>Serves what js/pdf/paper.js needs of pdf.js (npm <c>pdfjs-dist</c>, Apache-2.0) as set-up restores it. Scripts go out compressed: a phone loads 0.4 MB and not 1.6.</summary>
internal static class ViewerFiles
{
    /// <summary>Where the package lies.</summary>
    public const string Folder = "node_modules/pdfjs-dist";

    private static readonly HashSet<string> _served = new(StringComparer.Ordinal) { "legacy/build", "cmaps", "standard_fonts", "wasm" };
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> _packed = new(StringComparer.Ordinal);
    private static readonly FileExtensionContentTypeProvider _types = new() { Mappings = { [".mjs"] = "text/javascript" } };

    public static void MapViewerFiles(this IEndpointRouteBuilder endpoints)
    {
        var folder = RestoredPackages.Locate(Folder);
        endpoints.MapGet("/lib/pdfjs/{**path}", Results<PhysicalFileHttpResult, FileContentHttpResult, NotFound> (string path, HttpContext context) =>
        {
            var slash = path.LastIndexOf('/');
            var name = path[(slash + 1)..];
            if (slash < 0 || !_served.Contains(path[..slash]) || name != Path.GetFileName(name) || new FileInfo(Path.Combine(folder, path)) is not { Exists: true } file)
            {
                return TypedResults.NotFound();
            }

            var type = _types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
            var changed = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
            // Asked for again each time: the library and its worker must be of one version.
            context.Response.Headers.CacheControl = "private, no-cache";
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            // gzip: browsers take Brotli over https alone, and many offices run plain http inside their network.
            if (type != "text/javascript" || !context.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "gzip" && encoding.Quality is not 0))
            {
                return TypedResults.PhysicalFile(file.FullName, type, lastModified: changed, entityTag: Tag(file, ""));
            }

            context.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.File(_packed.GetOrAdd(file.FullName, name => new Lazy<byte[]>(() => Pack(name))).Value, type, lastModified: changed, entityTag: Tag(file, "-gz"));
        });
    }

    private static EntityTagHeaderValue Tag(FileInfo file, string ending) => new($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}{ending}\"");

    private static byte[] Pack(string file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return packed.ToArray();
    }
}
