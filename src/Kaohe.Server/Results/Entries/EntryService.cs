using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Entries;

/// <summary>加减分 and 一票否决. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class EntryService(TimeProvider clock)
{
    /// <summary>Records 加减分.</summary>
    public async Task AdjustAsync(KaoheDb db, Actor actor, int year, string unitId, decimal points, string? reason, string? basis, CancellationToken cancellationToken)
    {
        await DemandAsync(db, actor, year, unitId, cancellationToken);
        var adjustment = new Adjustment
        {
            UnitId = unitId, Points = points, Reason = reason ?? "", Basis = basis ?? "", By = actor.Id, At = clock.GetUtcNow(),
        };
        Rule.CheckAll([.. adjustment.Rules, new AdjustmentWithinSchemeRule(points, (await db.RequireSchemeAsync(year, cancellationToken)).Adjustments)]);
        var row = new AdjustmentRow { Id = Guid.CreateVersion7().ToString("N"), CycleYear = year };
        row.Write(adjustment);
        db.Add(row);
        await db.OutdateScoresAsync(year, [unitId], cancellationToken);
    }

    /// <summary>Records 一票否决.</summary>
    public async Task VetoAsync(KaoheDb db, Actor actor, int year, string unitId, string? code, string? reason, string? basis, CancellationToken cancellationToken)
    {
        await DemandAsync(db, actor, year, unitId, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var veto = new Veto { UnitId = unitId, Code = code ?? "", Reason = reason ?? "", Basis = basis ?? "", By = actor.Id, At = clock.GetUtcNow() };
        Rule.CheckAll([new VetoIsListedRule(scheme, veto.Code), .. veto.Rules]);
        var row = new VetoRow { Id = Guid.CreateVersion7().ToString("N"), CycleYear = year };
        row.Write(veto);
        db.Add(row);
        await db.OutdateScoresAsync(year, [unitId], cancellationToken);
    }

    /// <summary>Takes 加减分, 一票否决, 免考 or a decision about a floor back, as long as the year is not graded.</summary>
    public async Task WithdrawAsync(KaoheDb db, Actor actor, int year, string entryId, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.RecordEntries, cancellationToken: cancellationToken);
        Rule.CheckAll(await db.BasisRulesAsync(year, cancellationToken));
        object row = await db.Adjustments.FirstOrDefaultAsync(e => e.Id == entryId && e.CycleYear == year, cancellationToken)
            ?? await db.Vetoes.FirstOrDefaultAsync(e => e.Id == entryId && e.CycleYear == year, cancellationToken)
            ?? await db.FloorDecisions.FirstOrDefaultAsync(e => e.Id == entryId && e.CycleYear == year, cancellationToken)
            ?? (object?)await db.Exemptions.FirstOrDefaultAsync(e => e.Id == entryId && e.CycleYear == year, cancellationToken)
            ?? throw RefusedException.NotFound("这条记录");
        db.Remove(row);
        await db.OutdateScoresAsync(year, [UnitOf(row)], cancellationToken);
    }

    private static string UnitOf(object row) => row switch
    {
        AdjustmentRow adjustment => adjustment.UnitId,
        VetoRow veto => veto.UnitId,
        FloorDecisionRow decision => decision.UnitId,
        _ => ((ExemptionRow)row).UnitId,
    };

    private static async Task DemandAsync(KaoheDb db, Actor actor, int year, string unitId, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.RecordEntries, unitId, cancellationToken);
        await db.RequireUnitAsync(unitId, cancellationToken);
        Rule.CheckAll(await db.BasisRulesAsync(year, cancellationToken));
    }
}

/// <summary>一票否决 knows only the events of the scheme's list.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="code">The event's code.</param>
public sealed class VetoIsListedRule(Scheme scheme, string code) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 vetoes：一票否决事项";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (scheme.Vetoes.All(veto => veto.Code != code))
        {
            yield return new Problem("code", "请从方案列出的一票否决事项中选择。");
        }
    }
}
