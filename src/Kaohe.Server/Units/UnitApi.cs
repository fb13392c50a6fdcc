using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Api;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Units;

/// <summary>The passage of a person's 考察材料.</summary>
/// <param name="Text">In Chinese.</param>
internal sealed record PassageText(string Text);

/// <summary>Endpoints of units and officials.</summary>
internal static class UnitApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapAssessment("/api");
        api.MapGet("/units", (AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                var viewer = await db.ViewerAsync(actor, (await db.NewestCycleAsync(cancel))?.Year ?? 0, cancel);
                return AssessmentApi.Json((await db.UnitsAsync(cancel)).Where(unit => viewer.May(AssessmentAct.SeeUnit, unit.Id)).ToList());
            },
            cancellationToken));
        api.MapPut("/units/{unitId}", (string unitId, Body<Unit> body, AssessmentDesk desk, UnitService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => service.SaveUnitsAsync(db, actor, [body.Value with { Id = unitId }], cancel), cancellationToken)));
        api.MapGet("/cycles/{year:int}/officials/{officialId}/passage", (int year, string officialId, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                var row = await db.Officials.AsNoTracking().FirstOrDefaultAsync(o => o.Id == officialId && o.IsActive, cancel) ?? throw RefusedException.NotFound("这名人员");
                (await db.ViewerAsync(actor, year, cancel)).Demand(AssessmentAct.SeeUnit, row.UnitId);
                return AssessmentApi.Json(new PassageText(await PersonPassage.WriteAsync(db, row.Value, year, cancel)));
            },
            cancellationToken));
        api.MapPut("/officials/{officialId}", (string officialId, Body<Official> body, AssessmentDesk desk, UnitService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => service.SaveOfficialsAsync(db, actor, [body.Value with { Id = officialId }], cancel), cancellationToken)));
    }
}
