using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles;

/// <summary>Years and their schemes. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class CycleService(TimeProvider clock)
{
    /// <summary>Makes a year with a draft scheme: the year before's as a draft, or the product's defaults.</summary>
    public async Task CreateAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        Rule.CheckAll([new CycleIsNewRule(year, await db.Cycles.AnyAsync(c => c.Year == year, cancellationToken))]);
        var before = await db.SchemeAsync(year - 1, cancellationToken);
        var last = await db.CycleAsync(year - 1, cancellationToken);
        db.Add(CycleRow.Of(new Cycle { Year = year, LeadingGroup = last?.LeadingGroup, Office = last?.Office, Goals = last?.Goals ?? [] }));
        db.Add(SchemeRow.Of(before is null
            ? SchemeDefaults.For(year)
            : before with { Id = $"scheme-{year}", Year = year, Version = 1, Title = $"{year}年度目标责任考核方案", Approval = null }));
    }

    /// <summary>Changes the draft of a scheme. A scheme with problems is refused with all of them, and nothing changes.</summary>
    public async Task SaveSchemeAsync(KaoheDb db, Actor actor, Scheme scheme, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, scheme.Year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        var row = await NewestSchemeAsync(db, scheme.Year, cancellationToken);
        Rule.CheckAll([new OnlyDraftChangesRule(row.IsApproved, row.SchemeVersion), new SchemeIsSoundRule(scheme)]);
        row.Write(scheme with { Id = row.Value.Id, Version = row.SchemeVersion, Approval = null });
    }

    /// <summary>Begins the next version of an approved scheme.</summary>
    public async Task ReviseSchemeAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        var row = await NewestSchemeAsync(db, year, cancellationToken);
        if (row.IsApproved)
        {
            db.Add(SchemeRow.Of(row.Value.Revise()));
        }
    }

    /// <summary>Puts the 领导组's approval on record; the version comes into force.</summary>
    public async Task ApproveSchemeAsync(KaoheDb db, Actor actor, int year, string? minutes, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.ApproveScheme, cancellationToken: cancellationToken);
        var row = await NewestSchemeAsync(db, year, cancellationToken);
        Rule.CheckAll(
        [
            new OnlyDraftChangesRule(row.IsApproved, row.SchemeVersion),
            new SchemeIsSoundRule(row.Value),
            new TextRequiredRule("minutes", minutes, "会议纪要", "讲话二（二）一：制定和完善考核办法"),
        ]);
        row.Write(row.Value.Approve(new SchemeApproval(actor.Id, ChinaTime.DateOf(clock.GetUtcNow()), minutes!)));
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        cycle.Write(cycle.Value with
        {
            SchemeVersion = row.SchemeVersion,
            Status = cycle.Status == CycleStatus.Draft ? CycleStatus.Approved : cycle.Status,
        });
    }

    /// <summary>Everything that still stands in the way of a start; empty when the year may start.</summary>
    public static async Task<IReadOnlyList<Problem>> ObstaclesAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var scheme = await db.SchemeAsync(year, cancellationToken);
        if (scheme is null)
        {
            return [new Problem("scheme", $"{year} 年度还没有考核方案，请先建立年度。")];
        }

        var units = await db.UnitsAsync(cancellationToken);
        var trees = await db.TreesAsync(year, cancellationToken);
        List<Problem> problems =
        [
            .. scheme.Approval is null ? [new Problem("scheme.approval", "考核方案还没有批准，请先报领导组批准。")] : Array.Empty<Problem>(),
            .. SchemeGuard.Check(scheme),
            .. units.Count == 0 ? [new Problem("units", "还没有被考核单位，请先录入或导入。")] : Array.Empty<Problem>(),
            .. UnitGuard.Check(units, scheme, units.Select(unit => unit.Id).ToHashSet()),
            .. trees.SelectMany(tree => IndicatorTreeGuard.Check(tree, scheme)),
            .. TargetGuard.Check(units, trees, await db.TargetsAsync(year, cancellationToken), await db.ExemptionsAsync(year, cancellationToken)),
            .. (await IndicatorSetting.OfAsync(db, year, cancellationToken)).IsUndecided
                ? [new Problem("indicators", "年度指标正在提出和审定，还没有定下来；请等领导组审定后再启动，或者在“流程”中取消指标下达。")] : Array.Empty<Problem>(),
            .. TeamGuard.Check(await db.TeamsAsync(year, cancellationToken), await db.OfficialsAsync(cancellationToken), [.. units.Select(unit => unit.Id)]),
        ];
        return problems;
    }

    private static async Task<SchemeRow> NewestSchemeAsync(KaoheDb db, int year, CancellationToken cancellationToken) =>
        await db.Schemes.Where(s => s.CycleYear == year).OrderByDescending(s => s.SchemeVersion).FirstOrDefaultAsync(cancellationToken)
        ?? throw RefusedException.NotFound($" {year} 年度的考核方案");
}
