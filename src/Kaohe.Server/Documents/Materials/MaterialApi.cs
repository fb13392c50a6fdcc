using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Documents.Files;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Materials;

/// <summary>考察材料附页 for the page of a person; whoever may see the person may have it.</summary>
internal static class MaterialApi
{
    public static void MapMaterialApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/people/{officialId}/material.docx", (string officialId, int year, AssessmentDesk desk, CadreMaterial material, CancellationToken cancel) =>
            FileAsync(officialId, year, isPdf: false, desk, material, cancel));
        endpoints.MapGet("/people/{officialId}/material.pdf", (string officialId, int year, AssessmentDesk desk, CadreMaterial material, CancellationToken cancel) =>
            FileAsync(officialId, year, isPdf: true, desk, material, cancel));
    }

    private static Task<IResult> FileAsync(string officialId, int year, bool isPdf, AssessmentDesk desk, CadreMaterial material, CancellationToken cancellationToken) => desk.ReadAsync<IResult>(
        async (db, actor, cancel) =>
        {
            var row = await db.Officials.AsNoTracking().FirstOrDefaultAsync(one => one.Id == officialId && one.IsActive, cancel) ?? throw RefusedException.NotFound("这名人员");
            (await db.ViewerAsync(actor, year, cancel)).Demand(AssessmentAct.SeeUnit, row.UnitId);
            var name = $"考察材料附页（{row.Value.Name}）";
            return isPdf
                ? await material.PdfAsync(db, row.Value, year, cancel) is { } made ? TypedResults.File(made, DocumentFiles.Pdf) : TypedResults.NotFound()
                : TypedResults.File(await material.WordAsync(db, row.Value, year, cancel), DocumentFiles.Word, name + ".docx");
        },
        cancellationToken);
}
