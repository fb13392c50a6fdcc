using Kaohe.Assessment.Scoring;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Api;
using Kaohe.Server.Identity;
using Kaohe.Server.Results.Entries;
using Kaohe.Server.Results.Grades;
using Kaohe.Server.Results.Persons;
using Kaohe.Server.Results.Scores;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results;

/// <summary>加减分 to be recorded.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Points">Points; negative to take away.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The document it rests on.</param>
internal sealed record NewAdjustment(string UnitId, decimal Points, string? Reason, string? Basis);

/// <summary>一票否决 to be recorded.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Code">The event in the scheme.</param>
/// <param name="Reason">What happened.</param>
/// <param name="Basis">The finding it rests on.</param>
internal sealed record NewVeto(string UnitId, string? Code, string? Reason, string? Basis);

/// <summary>Endpoints of entries, scores, grades and consequences.</summary>
internal static class ResultApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var year = endpoints.MapYear();
        MapEntries(year);
        MapScores(year.MapGroup("/scores"));
        MapGrades(year.MapGroup("/grades"));
        year.MapPost("/person-grades", (int year, Body<PersonGradeForm> body, AssessmentDesk desk, PersonGradeService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => service.SaveAsync(db, actor, year, body.Value, cancel), cancellationToken)));
        year.MapGet("/consequences", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                var viewer = await db.ViewerAsync(actor, year, cancel);
                var rows = await db.Consequences.AsNoTracking().Where(c => c.CycleYear == year).OrderBy(c => c.Id).ToListAsync(cancel);
                return AssessmentApi.Json(rows.Select(row => row.Value).Where(viewer.MaySee).ToList());
            },
            cancellationToken));
    }

    private static void MapEntries(RouteGroupBuilder year)
    {
        year.MapPost("/adjustments", (int year, Body<NewAdjustment> body, AssessmentDesk desk, EntryService entries, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => entries.AdjustAsync(db, actor, year, body.Value.UnitId, body.Value.Points, body.Value.Reason, body.Value.Basis, cancel), cancellationToken)));
        year.MapPost("/vetoes", (int year, Body<NewVeto> body, AssessmentDesk desk, EntryService entries, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => entries.VetoAsync(db, actor, year, body.Value.UnitId, body.Value.Code, body.Value.Reason, body.Value.Basis, cancel), cancellationToken)));
        year.MapDelete("/entries/{entryId}", (int year, string entryId, AssessmentDesk desk, EntryService entries, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => entries.WithdrawAsync(db, actor, year, entryId, cancel), cancellationToken)));
    }

    private static void MapScores(RouteGroupBuilder scores)
    {
        scores.MapPost("/compute", async (int year, ScoreService service, ICurrentActor current, CancellationToken cancellationToken) =>
            AssessmentApi.Json(await service.ComputeAsync(await current.GetAsync(cancellationToken), year, cancellationToken)));
        scores.MapGet("", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                var viewer = await db.ViewerAsync(actor, year, cancel);
                var rows = await db.ScoresAsync(year, cancel);
                return AssessmentApi.Json(rows.Where(score => viewer.May(AssessmentAct.SeeUnitResult, score.UnitId)).ToList());
            },
            cancellationToken));
        scores.MapGet("/{unitId}", (int year, string unitId, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                await db.DemandAsync(actor, year, AssessmentAct.SeeUnitResult, unitId, cancel);
                var row = await db.Scores.AsNoTracking().FirstOrDefaultAsync(s => s.CycleYear == year && s.UnitId == unitId, cancel);
                return AssessmentApi.Json<CompositeScore>(row?.WithWhy ?? throw RefusedException.NotFound("这个单位的得分"));
            },
            cancellationToken));
    }

    private static void MapGrades(RouteGroupBuilder grades)
    {
        grades.MapPost("/propose", (int year, AssessmentDesk desk, GradeService service, CancellationToken cancellationToken) => desk.ChangeAsync(
            async (db, actor, cancel) => AssessmentApi.Json(await service.ProposeAsync(db, actor, year, cancel)), cancellationToken));
        grades.MapPost("/{groupId}/decide", (int year, string groupId, Body<GradeDecisionForm> body, AssessmentDesk desk, GradeService service, CancellationToken cancellationToken) =>
            FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => service.DecideAsync(db, actor, year, groupId, body.Value, cancel), cancellationToken)));
        grades.MapGet("", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                var viewer = await db.ViewerAsync(actor, year, cancel);
                return AssessmentApi.Json((await db.DecisionsAsync(year, cancel)).Where(decision => viewer.May(AssessmentAct.SeeUnitResult, decision.UnitId)).ToList());
            },
            cancellationToken));
    }
}
