using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Api;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Rectifications;

/// <summary>The record of a 诫勉谈话.</summary>
/// <param name="Record">What was said.</param>
/// <param name="ImproveBy">By when things have to be better.</param>
internal sealed record AdmonitionRecord(string Record, DateOnly ImproveBy);

/// <summary>Endpoints of 整改 and 诫勉谈话.</summary>
internal static class RectificationApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var year = endpoints.MapYear();
        year.MapGet("/rectifications", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                var viewer = await db.ViewerAsync(actor, year, cancel);
                var rows = await db.Rectifications.AsNoTracking().Where(r => r.CycleYear == year).ToListAsync(cancel);
                return AssessmentApi.Json(rows.Select(row => row.Value).Where(each => viewer.May(AssessmentAct.SeeUnitResult, each.UnitId)).ToList());
            },
            cancellationToken));
        year.MapPost("/rectifications/move", (int year, Body<RectificationMove> body, AssessmentDesk desk, RectificationService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => service.MoveAsync(db, actor, body.Value with { Year = year }, cancel), cancellationToken)));
        year.MapGet("/admonitions", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                await db.DemandAsync(actor, year, AssessmentAct.SeeAdmonition, cancellationToken: cancel);
                var rows = await db.Admonitions.AsNoTracking().Where(a => a.CycleYear == year).OrderBy(a => a.UnitId).ToListAsync(cancel);
                return AssessmentApi.Json(rows.Select(row => row.Value).ToList());
            },
            cancellationToken));
        year.MapPost("/admonitions/{unitId}/arrange", (int year, string unitId, Body<TalkArrangement> body, AssessmentDesk desk, AdmonitionService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => service.ArrangeAsync(db, actor, year, unitId, body.Value, cancel), cancellationToken)));
        year.MapPost("/admonitions/{unitId}/hold", (int year, string unitId, Body<AdmonitionRecord> body, AssessmentDesk desk, AdmonitionService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => service.HoldAsync(db, actor, year, unitId, body.Value.Record, body.Value.ImproveBy, cancel), cancellationToken)));
    }
}
