using Kaohe.Documents.Pictures;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Signatures;

/// <summary>Endpoints of the person's own signature; nobody gets at another's.</summary>
internal static class SignatureApi
{
    public static void MapSignatureApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/signature");
        api.MapGet("/", async (SignaturePictures pictures, ICurrentActor current, CancellationToken cancel) => await pictures.HistoryAsync(await current.GetAsync(cancel), cancel));
        api.MapPost("/", PutAsync).DisableAntiforgery(); // the same-origin guard stands before it
        api.MapDelete("/", async (SignaturePictures pictures, ICurrentActor current, CancellationToken cancel) =>
        {
            await pictures.RemoveAsync(await current.GetAsync(cancel), cancel);
            return TypedResults.NoContent();
        });
        endpoints.MapGet("/account/signature.png", async (SignaturePictures pictures, ICurrentActor current, CancellationToken cancel) =>
            await pictures.FindAsync((await current.GetAsync(cancel)).Id, cancel) is { } png ? TypedResults.Bytes(png, "image/png") : (IResult)TypedResults.NotFound());
    }

    private static async Task<IResult> PutAsync(IFormFile file, SignaturePictures pictures, ICurrentActor current, CancellationToken cancel)
    {
        if (file.Length > SignaturePicture.LargestFile)
        {
            return Problems.Invalid([new FieldProblem("file", $"签名图片超过{SignaturePicture.LargestFile / 1000:N0} KB，请裁剪后再传。")]);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var problems = await pictures.PutAsync(await current.GetAsync(cancel), bytes.ToArray(), cancel);
        return problems.Count > 0 ? Problems.Invalid(problems) : TypedResults.NoContent();
    }
}
