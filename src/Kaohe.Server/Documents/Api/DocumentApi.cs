using System.Security.Claims;
using Kaohe.Documents;
using Kaohe.Office.Documents;
using Kaohe.Server.Documents.Acting;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Documents.Api;

/// <summary>Documents for programs, and their files for pages.</summary>
internal static class DocumentApi
{
    private const int PageSize = 50;

    public static void MapDocumentApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/documents");
        api.MapGet("/", ListAsync);
        api.MapGet("/{id}", ShowAsync);
        api.MapPost("/{id}/sign", async (string id, SignRequest request, ClaimsPrincipal user, DocumentActs acts, CancellationToken cancel) => Answer(await acts.SignAsync(id, user, request, cancel)));
        api.MapPost("/{id}/check", async (string id, ReasonRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.CheckAsync(id, request, cancel)));
        api.MapPost("/{id}/return", async (string id, ReasonRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.ReturnAsync(id, request, cancel)));
        api.MapPost("/{id}/submit", async (string id, DocumentActs acts, CancellationToken cancel) => Answer(await acts.SubmitAsync(id, cancel)));
        api.MapPost("/{id}/fields", async (string id, FieldsRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.FillAsync(id, request, cancel)));
        api.MapPost("/{id}/number", async (string id, DocumentActs acts, CancellationToken cancel) => Answer(await acts.NumberAsync(id, cancel)));
        api.MapPost("/{id}/seal", async (string id, DocumentActs acts, CancellationToken cancel) => Answer(await acts.SealAsync(id, cancel)));
        api.MapPost("/{id}/issue", async (string id, DocumentActs acts, CancellationToken cancel) => Answer(await acts.IssueAsync(id, cancel)));
        api.MapPost("/{id}/receive", async (string id, ReceiveRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.ReceiveAsync(id, request, cancel)));
        api.MapPost("/{id}/urge", async (string id, DocumentActs acts, CancellationToken cancel) => Answer(await acts.UrgeAsync(id, cancel)));
        api.MapPost("/{id}/archive", async (string id, ReasonRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.ArchiveAsync(id, request, cancel)));
        api.MapPost("/{id}/void", async (string id, ReasonRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.VoidAsync(id, request, cancel)));
        api.MapPost("/{id}/comment", async (string id, ReasonRequest request, DocumentActs acts, CancellationToken cancel) => Answer(await acts.CommentAsync(id, request, cancel)));
        api.MapPost("/{id}/file", UploadAsync).DisableAntiforgery(); // the same-origin guard stands before it
        endpoints.MapGet("/documents/{id}/pdf", (string id, int? version, bool? download, DocumentReader reader, DocumentFiles files, ICurrentActor current, CancellationToken cancel) =>
            FileAsync(id, version, isPdf: true, download ?? false, reader, files, current, cancel));
        endpoints.MapGet("/documents/{id}/word", (string id, int? version, DocumentReader reader, DocumentFiles files, ICurrentActor current, CancellationToken cancel) =>
            FileAsync(id, version, isPdf: false, download: true, reader, files, current, cancel));
    }

    private static async Task<Page<DocumentLine>> ListAsync(
        [AsParameters] ListQuery query, DocumentReader reader, ICurrentActor current, CancellationToken cancel) =>
        await reader.ListAsync(
            await current.GetAsync(cancel),
            new DocumentFilter { State = query.State, StepCode = query.Step, UnitId = query.Unit, CycleYear = query.Year, Text = query.Text, Mine = query.Mine ?? false },
            PageRequest.Number(query.Page ?? 0, PageSize),
            cancel);

    private static async Task<IResult> ShowAsync(string id, DocumentReader reader, ICurrentActor current, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, await current.GetAsync(cancel), cancel) is not { } view || !view.Access.Allows(DocumentRights.Read))
        {
            return Problems.Result(StatusCodes.Status404NotFound, "没有这份公文，或者您无权查看。");
        }

        var document = view.Document;
        return TypedResults.Ok(new DocumentDetails(
            document.Id, document.Title, document.Kind, document.State, DocumentLabels.Of(document.State), document.Number?.ToString(), document.Revision,
            (document.FinalFile ?? document.Current.File).Sha256, view.Access.Rights.ToString().Split(", "), view.Problems, document.Signature?.By.Name, document.IssuedAt,
            [.. document.Recipients.Select(one => one.UnitId)], [.. document.MissingReceipts.Select(one => one.UnitId)]));
    }

    private static async Task<IResult> UploadAsync(string id, IFormFile file, DocumentActs acts, CancellationToken cancel)
    {
        try
        {
            await using var stream = file.OpenReadStream();
            return Answer(await acts.UploadAsync(id, stream, cancel));
        }
        catch (DocumentRefusedException refused)
        {
            return Problems.Invalid(refused.Problems.Select(problem => new FieldProblem("file", problem.ToString(), problem.Code)));
        }
    }

    private static async Task<IResult> FileAsync(
        string id, int? version, bool isPdf, bool download, DocumentReader reader, DocumentFiles files, ICurrentActor current, CancellationToken cancel)
    {
        var view = await reader.FindAsync(id, await current.GetAsync(cancel), cancel);
        var rendition = view is null ? null : await reader.FilesAsync(view, version, cancel);
        if (rendition is null || (isPdf ? rendition.PdfSha256 : rendition.WordSha256) is not { } hash)
        {
            return TypedResults.NotFound();
        }

        var bytes = await files.ReadAsync(hash, cancel);
        var name = $"{view!.Document.Title}.{(isPdf ? "pdf" : "docx")}";
        return TypedResults.File(bytes, isPdf ? DocumentFiles.Pdf : DocumentFiles.Word, download ? name : null);
    }

    private static IResult Answer(ActResult result) =>
        result.IsInvisible ? Problems.Result(StatusCodes.Status404NotFound, result.Problems[0].Message)
        : result.IsDone ? TypedResults.Ok(result.Answer)
        : Problems.Invalid(result.Problems);

    /// <summary>What the list is narrowed to.</summary>
    internal sealed record ListQuery(DocumentState? State, string? Step, string? Unit, int? Year, string? Text, bool? Mine, int? Page);

    /// <summary>A document for programs.</summary>
    internal sealed record DocumentDetails(
        string Id, string Title, string Kind, DocumentState State, string Label, string? Number, long Revision, string Sha256, IReadOnlyList<string> Rights,
        IReadOnlyList<FieldProblem> Problems, string? SignedBy, DateTimeOffset? IssuedAt, IReadOnlyList<string> Recipients, IReadOnlyList<string> MissingReceipts);
}
