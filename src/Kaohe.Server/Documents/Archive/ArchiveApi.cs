using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Documents.Archive;

/// <summary>The register and the year's archive. Only 考核办.</summary>
internal static class ArchiveApi
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Buffer = 81920;

    public static void MapArchiveApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/documents").AddEndpointFilter(OnlyOfficeAsync);
        api.MapGet("/register", async (string issuer, int year, DocumentRegister register, CancellationToken cancel) => await register.LinesAsync(issuer, year, cancel));
        api.MapPost("/archive-year", async (ArchiveRequest request, YearArchive archive, ICurrentActor current, CancellationToken cancel) =>
            await archive.ArchiveAsync(request.Year, await current.GetAsync(cancel), cancel));
        var pages = endpoints.MapGroup("/documents").AddEndpointFilter(OnlyOfficeAsync);
        pages.MapGet("/register.xlsx", async (string issuer, int year, DocumentRegister register, CancellationToken cancel) =>
            TypedResults.File(DocumentRegister.Sheet(await register.LinesAsync(issuer, year, cancel)), Excel, $"发文登记簿（{issuer}〔{year}〕）.xlsx"));
        pages.MapGet("/archive.zip", ZipAsync);
    }

    // Through a file: a year's archive does not fit into memory, and the zip must be whole before the first byte says that it is.
    private static async Task<IResult> ZipAsync(int year, YearArchive archive, CancellationToken cancel)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await archive.WriteAsync(year, file, cancel);
            file.Position = 0;
            return TypedResults.File(file, "application/zip", $"公文归档（{year}年度）.zip");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async ValueTask<object?> OnlyOfficeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        return DocumentRegister.MayRead(await services.GetRequiredService<ICurrentActor>().GetAsync(context.HttpContext.RequestAborted))
            ? await next(context)
            : Problems.Result(StatusCodes.Status403Forbidden, "只有考核办能查看发文登记簿和导出归档。");
    }

    /// <summary>Which year.</summary>
    internal sealed record ArchiveRequest(int Year);
}
