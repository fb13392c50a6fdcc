using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kaohe.Server.Cycles.Api;

/// <summary>Excel in and out.</summary>
internal static class SheetApi
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var sheets = endpoints.MapYear("/sheets/{kind}");
        sheets.MapGet("/template", (string kind, IEnumerable<SheetPort> ports) =>
        {
            var port = Find(ports, kind);
            return File(port.Template(), $"{port.Title}导入模板.xlsx");
        });
        sheets.MapGet("/export", async (int year, string kind, IEnumerable<SheetPort> ports, AssessmentDesk desk, CancellationToken cancellationToken) =>
        {
            var port = Find(ports, kind);
            return File(await desk.ReadAsync((db, actor, cancel) => port.ExportAsync(db, actor, year, cancel), cancellationToken), $"{year}年度{port.Title}.xlsx");
        });
        sheets.MapPost("/import", async (int year, string kind, IFormFile file, IEnumerable<SheetPort> ports, AssessmentDesk desk, CancellationToken cancellationToken) =>
        {
            // The transaction may run again after a conflict, so the upload is kept at hand.
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            var port = Find(ports, kind);
            return await desk.ChangeAsync(
                (db, actor, cancel) =>
                {
                    content.Position = 0;
                    return port.ImportAsync(db, actor, year, content, cancel);
                },
                cancellationToken);
        });
    }

    private static FileContentHttpResult File(byte[] content, string name) => TypedResults.File(content, ContentType, name);

    private static SheetPort Find(IEnumerable<SheetPort> ports, string kind) =>
        ports.FirstOrDefault(port => port.Kind == kind) ?? throw RefusedException.NotFound($"“{kind}”这种表");
}
