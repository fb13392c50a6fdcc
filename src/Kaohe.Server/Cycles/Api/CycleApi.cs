using Kaohe.Assessment.Schemes;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Identity;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Api;

/// <summary>A year to be made.</summary>
/// <param name="Year">The year.</param>
internal sealed record NewCycle(int Year);

/// <summary>An approval by the 领导组.</summary>
/// <param name="Minutes">Number or title of the minutes.</param>
internal sealed record Approval(string? Minutes);

/// <summary>A year and what stands in the way of its start.</summary>
/// <param name="Cycle">The year.</param>
/// <param name="Obstacles">What is missing.</param>
internal sealed record CycleState(Cycle Cycle, IReadOnlyList<Kaohe.Assessment.Problem> Obstacles);

/// <summary>Endpoints of years and schemes.</summary>
internal static class CycleApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var all = endpoints.MapAssessment("/api/cycles");
        all.MapGet("", (AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                (await db.ViewerAsync(actor, 0, cancel)).Demand(AssessmentAct.SeeCycle);
                var rows = await db.Cycles.AsNoTracking().OrderByDescending(c => c.Year).ToListAsync(cancel);
                return AssessmentApi.Json(rows.ConvertAll(row => row.Value));
            },
            cancellationToken));
        all.MapPost("", async (Body<NewCycle> body, AssessmentDesk desk, CycleService cycles, CancellationToken cancellationToken) =>
        {
            await desk.ChangeAsync((db, actor, cancel) => cycles.CreateAsync(db, actor, body.Value.Year, cancel), cancellationToken);
            return TypedResults.Created($"/api/cycles/{body.Value.Year}");
        });

        var year = endpoints.MapYear();
        year.MapGet("", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancel);
                var cycle = await db.CycleAsync(year, cancel) ?? throw RefusedException.NotFound($" {year} 年度");
                return AssessmentApi.Json(new CycleState(cycle, await CycleService.ObstaclesAsync(db, year, cancel)));
            },
            cancellationToken));
        year.MapPost("/start", async (int year, CycleStarter starter, ICurrentActor current, CancellationToken cancellationToken) =>
        {
            await starter.StartAsync(await current.GetAsync(cancellationToken), year, cancellationToken);
            return TypedResults.NoContent();
        });
        year.MapPost("/indicator-setting", async (int year, IndicatorSettingStarter starter, ICurrentActor current, CancellationToken cancellationToken) =>
        {
            await starter.StartAsync(await current.GetAsync(cancellationToken), year, cancellationToken);
            return TypedResults.NoContent();
        });
        MapScheme(year.MapGroup("/scheme"));
    }

    private static void MapScheme(RouteGroupBuilder scheme)
    {
        scheme.MapGet("", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancel);
                return AssessmentApi.Json(await db.RequireSchemeAsync(year, cancel));
            },
            cancellationToken));
        scheme.MapPut("", async (int year, Body<Scheme> body, AssessmentDesk desk, CycleService cycles, CancellationToken cancellationToken) =>
        {
            await desk.ChangeAsync((db, actor, cancel) => cycles.SaveSchemeAsync(db, actor, body.Value with { Year = year }, cancel), cancellationToken);
            return TypedResults.NoContent();
        });
        scheme.MapPost("/approve", async (int year, Body<Approval> body, AssessmentDesk desk, CycleService cycles, CancellationToken cancellationToken) =>
        {
            await desk.ChangeAsync((db, actor, cancel) => cycles.ApproveSchemeAsync(db, actor, year, body.Value.Minutes, cancel), cancellationToken);
            return TypedResults.NoContent();
        });
        scheme.MapPost("/revise", async (int year, AssessmentDesk desk, CycleService cycles, CancellationToken cancellationToken) =>
        {
            await desk.ChangeAsync((db, actor, cancel) => cycles.ReviseSchemeAsync(db, actor, year, cancel), cancellationToken);
            return TypedResults.NoContent();
        });
    }
}
