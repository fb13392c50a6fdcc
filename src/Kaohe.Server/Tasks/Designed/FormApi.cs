using System.Text.Json;
using Kaohe.Office.Forms;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>Forms for programs, as JSON Schema. Only who may design them.</summary>
internal static class FormApi
{
    private const string SchemaType = "application/schema+json";

    public static void MapFormApi(this IEndpointRouteBuilder endpoints)
    {
        var forms = endpoints.MapGroup("/api/forms").AddEndpointFilter(OnlyDesignersAsync);
        forms.MapGet("/", async (int? page, int? size, FormDesk desk, CancellationToken cancel) => await desk.ListAsync(PageRequest.Number(page ?? 0, size ?? 50), cancel));
        forms.MapGet("/{id}", async (string id, FormDesk desk, CancellationToken cancel) => await desk.VersionsAsync(id, cancel) is [_, ..] versions
            ? TypedResults.Ok(versions.Select(row => new FormLine(row.FormId, row.Version, row.Title, row.State, row.ByName, row.At)))
            : Unknown);
        forms.MapGet("/{id}/{version:int}", async (string id, int version, FormDesk desk, CancellationToken cancel) =>
            (await desk.VersionsAsync(id, cancel)).FirstOrDefault(row => row.Version == version) is { } row
                ? TypedResults.Content(row.Schema, SchemaType)
                : Unknown);
        forms.MapPut("/{id}", async (string id, FormRequest request, FormDesk desk, ICurrentActor current, CancellationToken cancel) =>
            await WriteAsync(id, request, form => SaveAsync(desk, current, form, request, cancel)));
        forms.MapPost("/{id}/retire", async (string id, FormDesk desk, ICurrentActor current, CancellationToken cancel) =>
            Of(await desk.RetireAsync(await current.GetAsync(cancel), id, isRetired: true, cancel)));
        forms.MapPost("/{id}/restore", async (string id, FormDesk desk, ICurrentActor current, CancellationToken cancel) =>
            Of(await desk.RetireAsync(await current.GetAsync(cancel), id, isRetired: false, cancel)));
    }

    private static IResult Unknown => Problems.Result(StatusCodes.Status404NotFound, "没有这张表单或版本。");

    private static async ValueTask<object?> OnlyDesignersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        FormDesk.MayDesign(await context.HttpContext.RequestServices.GetRequiredService<ICurrentActor>().GetAsync(context.HttpContext.RequestAborted))
            ? await next(context)
            : Problems.Result(StatusCodes.Status403Forbidden, "只有考核办和管理员能查看和设计表单。");

    private static async Task<FormAnswer> SaveAsync(FormDesk desk, ICurrentActor current, FormDefinition form, FormRequest request, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        return request.Publish ? await desk.PublishAsync(actor, form, request.Revision, cancel) : await desk.SaveAsync(actor, form, request.Revision, cancel);
    }

    private static async Task<IResult> WriteAsync(string id, FormRequest request, Func<FormDefinition, Task<FormAnswer>> write)
    {
        var (form, problems) = FormDefinition.FromSchema(request.Schema.ValueKind == JsonValueKind.Undefined ? "{}" : request.Schema.GetRawText());
        return form is null ? Of(FormAnswer.Refused(problems)) : Of(await write(form with { Id = id }));
    }

    private static IResult Of(FormAnswer answer) => answer switch
    {
        { Row: { } row } => TypedResults.Ok(new FormSaved(row.FormId, row.Version, row.State.ToString(), row.Revision)),
        { Problems: [{ Code: "RevisionMustMatch" } changed, ..] } => Problems.Result(StatusCodes.Status409Conflict, changed.Message),
        { Problems: [{ Code: "FormMustExist" }, ..] } => Unknown,
        _ => TypedResults.Problem(Problems.Details(StatusCodes.Status422UnprocessableEntity, problems: Problems.From(answer.Problems))),
    };
}

/// <summary>A form to save.</summary>
/// <param name="Schema">The form as JSON Schema.</param>
/// <param name="Revision">Revision of the draft that was read; 0 when there was none.</param>
/// <param name="Publish">Whether it is published at once.</param>
internal sealed record FormRequest(JsonElement Schema, long Revision = 0, bool Publish = false);

/// <summary>A form as it was saved.</summary>
/// <param name="Id">The form.</param>
/// <param name="Version">Version.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Revision">Revision to name in the next save.</param>
internal sealed record FormSaved(string Id, int Version, string State, long Revision);
