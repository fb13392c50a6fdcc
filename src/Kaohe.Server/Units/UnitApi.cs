using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Api;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Units;

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
        api.MapPut("/officials/{officialId}", (string officialId, Body<Official> body, AssessmentDesk desk, UnitService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => service.SaveOfficialsAsync(db, actor, [body.Value with { Id = officialId }], cancel), cancellationToken)));
    }
}
