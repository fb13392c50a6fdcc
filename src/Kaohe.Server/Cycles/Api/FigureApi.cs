using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Cycles.Tallies;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Cycles.Api;

/// <summary>Readings that a data department certifies together.</summary>
/// <param name="CertifierUnitId">The data department.</param>
/// <param name="Readings">The readings.</param>
internal sealed record CertifyReadings(string CertifierUnitId, IReadOnlyList<ReadingKey> Readings);

/// <summary>What the second person says about a tally.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Component">The component.</param>
/// <param name="Reason">Why it is sent back; null for a confirmation.</param>
internal sealed record TallyCheck(string UnitId, CompositeComponent Component, string? Reason = null);

/// <summary>A decision to leave a component or a kind of rater out.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Component">The component.</param>
/// <param name="KindCode">The kind of rater; null for the whole component.</param>
/// <param name="Reason">Why.</param>
internal sealed record LeaveOut(string UnitId, CompositeComponent Component, string? KindCode, string? Reason);

/// <summary>An exemption.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="Reason">Why.</param>
internal sealed record NewExemption(string UnitId, string IndicatorCode, string? Reason);

/// <summary>Endpoints of targets, readings and tallies.</summary>
internal static class FigureApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var year = endpoints.MapYear();
        year.MapGet("/indicators", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancel);
                return AssessmentApi.Json(await db.TreesAsync(year, cancel));
            },
            cancellationToken));
        year.MapPut("/indicators", (int year, Body<List<IndicatorTree>> body, AssessmentDesk desk, IndicatorService indicators, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => indicators.SaveTreesAsync(db, actor, year, [.. body.Value.Select(tree => tree with { Year = year })], cancel), cancellationToken)));
        year.MapPost("/indicators/copy", (int year, AssessmentDesk desk, IndicatorService indicators, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync((db, actor, cancel) => indicators.CopyTreesAsync(db, actor, year, cancel), cancellationToken)));
        year.MapPost("/targets", (int year, Body<List<Target>> body, AssessmentDesk desk, IndicatorService indicators, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync((db, actor, cancel) => indicators.SetTargetsAsync(db, actor, year, body.Value, cancel), cancellationToken)));
        year.MapPost("/exemptions", (int year, Body<NewExemption> body, AssessmentDesk desk, IndicatorService indicators, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => indicators.ExemptAsync(db, actor, year, body.Value.UnitId, body.Value.IndicatorCode, body.Value.Reason, cancel), cancellationToken)));
        year.MapPost("/readings", (int year, Body<List<ReportedFigure>> body, AssessmentDesk desk, ReadingService readings, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync((db, actor, cancel) => readings.ReportAsync(db, actor, year, body.Value, cancel), cancellationToken)));
        year.MapPost("/readings/certify", (int year, Body<CertifyReadings> body, AssessmentDesk desk, ReadingService readings, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync((db, actor, cancel) => readings.CertifyAsync(db, actor, year, body.Value.CertifierUnitId, body.Value.Readings, cancel), cancellationToken)));
        year.MapPost("/tallies", (int year, Body<BallotTally> body, AssessmentDesk desk, TallyService tallies, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync((db, actor, cancel) => tallies.EnterAsync(db, actor, year, body.Value, cancel), cancellationToken)));
        year.MapPost("/tallies/confirm", (int year, Body<TallyCheck> body, AssessmentDesk desk, TallyService tallies, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync((db, actor, cancel) => tallies.ConfirmAsync(db, actor, year, body.Value.UnitId, body.Value.Component, cancel), cancellationToken)));
        year.MapPost("/tallies/dispute", (int year, Body<TallyCheck> body, AssessmentDesk desk, TallyService tallies, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => tallies.DisputeAsync(db, actor, year, body.Value.UnitId, body.Value.Component, body.Value.Reason, cancel), cancellationToken)));
        year.MapGet("/floor-decisions", (int year, AssessmentDesk desk, CancellationToken cancellationToken) => desk.ReadAsync(
            async (db, actor, cancel) =>
            {
                (await db.ViewerAsync(actor, year, cancel)).Demand(AssessmentAct.SeeAllResults);
                return AssessmentApi.Json(await BelowFloor.ReadAsync(db, year, await db.RequireSchemeAsync(year, cancel), cancel));
            },
            cancellationToken));
        year.MapPost("/floor-decisions", (int year, Body<LeaveOut> body, AssessmentDesk desk, TallyService tallies, CancellationToken cancellationToken) =>
            DoAsync(desk.ChangeAsync(
                (db, actor, cancel) => tallies.DecideFloorAsync(db, actor, year, body.Value.UnitId, body.Value.Component, body.Value.KindCode, body.Value.Reason, cancel),
                cancellationToken)));
    }

    /// <summary>204 when it is done.</summary>
    public static async Task<IResult> DoAsync(Task change)
    {
        await change;
        return TypedResults.NoContent();
    }
}
