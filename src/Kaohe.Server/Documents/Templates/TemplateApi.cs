using Kaohe.Documents.Templates;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Documents.Templates;

/// <summary>Templates for programs, and their files for the pages. Only 考核办.</summary>
internal static class TemplateApi
{
    public static void MapTemplateApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/templates").AddEndpointFilter(OnlyOfficeAsync);
        api.MapGet("/", async (TemplateDesk desk, CancellationToken cancel) => await desk.ListAsync(cancel));
        api.MapGet("/{name}", async (string name, TemplateDesk desk, CancellationToken cancel) => await desk.VersionsAsync(name, cancel));
        api.MapGet("/{name}/fields", (string name) => TemplateCatalogue.Find(name) is { } template ? TypedResults.Ok(template.Fields) : Unknown);
        api.MapPost("/{name}/check", CheckAsync).DisableAntiforgery(); // the same-origin guard stands before it
        api.MapPost("/{name}/file", UploadAsync).DisableAntiforgery();
        api.MapPost("/{name}/restore", RestoreAsync);
        var pages = endpoints.MapGroup("/templates").AddEndpointFilter(OnlyOfficeAsync);
        pages.MapGet("/{name}/{version:int}/pdf", async (string name, int version, TemplateDesk desk, CancellationToken cancel) =>
            await desk.PreviewAsync(name, version, cancel) is { } bytes ? TypedResults.File(bytes, DocumentFiles.Pdf) : Unknown);
        pages.MapGet("/{name}/{version:int}/word", async (string name, int version, TemplateDesk desk, CancellationToken cancel) =>
            await desk.WordAsync(name, version, cancel) is { } bytes ? TypedResults.File(bytes, DocumentFiles.Word, $"{name}.docx") : Unknown);
    }

    private static IResult Unknown => Problems.Result(StatusCodes.Status404NotFound, "没有这个模板或版本。");

    private static async ValueTask<object?> OnlyOfficeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        return TemplateDesk.MayManage(await services.GetRequiredService<ICurrentActor>().GetAsync(context.HttpContext.RequestAborted))
            ? await next(context)
            : Problems.Result(StatusCodes.Status403Forbidden, "只有考核办能查看和更换公文模板。");
    }

    private static async Task<IResult> CheckAsync(string name, IFormFile file, TemplateDesk desk, CancellationToken cancel) =>
        TemplateCatalogue.Find(name) is null ? Unknown : TypedResults.Ok(desk.Check(name, await ReadAsync(file, cancel)));

    private static async Task<IResult> UploadAsync(string name, IFormFile file, string? note, TemplateDesk desk, ICurrentActor current, CancellationToken cancel)
    {
        if (TemplateCatalogue.Find(name) is null)
        {
            return Unknown;
        }

        var upload = await desk.UploadAsync(name, await ReadAsync(file, cancel), note, await current.GetAsync(cancel), cancel);
        return upload.Number is null
            ? Problems.Invalid(upload.Problems.Where(problem => problem.IsBlocking).Select(problem => new FieldProblem("file", problem.ToString(), problem.Code)))
            : TypedResults.Ok(upload);
    }

    private static async Task<IResult> RestoreAsync(string name, RestoreRequest request, TemplateDesk desk, ICurrentActor current, CancellationToken cancel) =>
        await desk.RestoreAsync(name, request.Version, await current.GetAsync(cancel), cancel) is { } number ? TypedResults.Ok(new TemplateUpload([], number)) : Unknown;

    // One byte more than allowed is enough to be refused with the right words.
    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        using var copy = new MemoryStream();
        var rest = new byte[81920];
        while (copy.Length <= TemplateDesk.Largest && await stream.ReadAsync(rest, cancel) is > 0 and var read)
        {
            await copy.WriteAsync(rest.AsMemory(0, read), cancel);
        }

        return copy.ToArray();
    }

    /// <summary>Which version to put in force again.</summary>
    internal sealed record RestoreRequest(int Version);
}
