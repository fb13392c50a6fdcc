using Kaohe.Assessment;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Results;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Grades;

/// <summary>等次建议 and 等次决定. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class GradeService(TimeProvider clock)
{
    /// <summary>Works out the proposals from the stored scores, for a person.</summary>
    public async Task<IReadOnlyList<GradeProposal>> ProposeAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.ComputeResults, cancellationToken: cancellationToken);
        return await ProposeAsync(db, year, cancellationToken);
    }

    /// <summary>Works out the proposals from the stored scores. Decisions about an older proposal fall away.</summary>
    public async Task<IReadOnlyList<GradeProposal>> ProposeAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var scores = await db.ScoresAsync(year, cancellationToken);
        Rule.CheckAll(
        [
            new YearIsNotGradedRule((await db.RequireCycleAsync(year, cancellationToken)).Status),
            new ScoresAreComputedRule(scores.Count),
        ]);
        var at = clock.GetUtcNow();
        var rows = await db.GradeProposals.Where(p => p.CycleYear == year).ToDictionaryAsync(p => p.GroupId, cancellationToken);
        var proposals = Ranker.RankAll(scheme, scores).Select(ranking => GradeProposer.Propose(scheme, scores, ranking)).ToList();
        foreach (var proposal in proposals)
        {
            if (rows.Remove(proposal.GroupId, out var row))
            {
                row.Write(proposal);
                row.ProposedAt = at;
            }
            else
            {
                db.Add(GradeProposalRow.Of(proposal, at));
            }
        }

        db.RemoveRange(rows.Values);
        db.RemoveRange(await db.GradeDecisions.Where(d => d.CycleYear == year).ToListAsync(cancellationToken));
        return proposals;
    }

    /// <summary>Puts a sitting on one group on record, for a leader.</summary>
    public async Task DecideAsync(KaoheDb db, Actor actor, int year, string groupId, GradeDecisionForm form, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.DecideGrades, cancellationToken: cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        Rule.CheckAll([new YearIsNotGradedRule(cycle.Status)]);
        var proposal = await FindProposalAsync(db, year, groupId, cancellationToken);
        await StoreAsync(db, await DecisionsAsync(db, proposal, form, actor.Id, cancellationToken), cancellationToken);
        if (cycle.WorkflowInstanceId is null && await IsDecidedAsync(db, year, cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
            await Outcome.RecordAsync(db, year, clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Everything that is wrong with a form for all groups of a year; empty when it may be applied. Changes nothing.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(KaoheDb db, int year, GradeDecisionForm form, CancellationToken cancellationToken)
    {
        List<Problem> problems = [];
        foreach (var row in await db.GradeProposals.AsNoTracking().Where(p => p.CycleYear == year).OrderBy(p => p.GroupId).ToListAsync(cancellationToken))
        {
            try
            {
                await DecisionsAsync(db, row.Value, Of(form, row.Value), "check", cancellationToken);
            }
            catch (RulesBrokenException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return [.. problems.Distinct()];
    }

    /// <summary>
    /// Ends the sitting for the flow: groups that the page has decided stay as they are, the others get the form's choices or their proposal; then the
    /// year's outcome goes on record.
    /// </summary>
    /// <exception cref="RulesBrokenException">A tie is undecided, a reason is missing, and so on.</exception>
    public async Task ApplyAsync(KaoheDb db, int year, GradeDecisionForm? form, string by, string fallbackMinutes, CancellationToken cancellationToken)
    {
        var decided = (await db.DecisionsAsync(year, cancellationToken)).Select(decision => decision.GroupId).ToHashSet();
        foreach (var row in await db.GradeProposals.AsNoTracking().Where(p => p.CycleYear == year).OrderBy(p => p.GroupId).ToListAsync(cancellationToken))
        {
            var own = Of(form ?? new GradeDecisionForm(), row.Value);
            if (decided.Contains(row.GroupId) && own.Choices.Count == 0)
            {
                continue;
            }

            own = own with { Minutes = string.IsNullOrWhiteSpace(own.Minutes) ? fallbackMinutes : own.Minutes };
            await StoreAsync(db, await DecisionsAsync(db, row.Value, own, by, cancellationToken), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await Outcome.RecordAsync(db, year, clock.GetUtcNow(), cancellationToken);
    }

    private async Task<IReadOnlyList<GradeDecision>> DecisionsAsync(KaoheDb db, GradeProposal proposal, GradeDecisionForm form, string by, CancellationToken cancellationToken)
    {
        var scheme = await db.RequireSchemeAsync(proposal.Year, cancellationToken);
        return GradeDecider.Decide(scheme, proposal, new GradeSitting
        {
            By = by, At = clock.GetUtcNow(), Minutes = form.Minutes ?? "", OverQuotaReason = form.OverQuotaReason, Choices = form.Choices,
        });
    }

    private static async Task StoreAsync(KaoheDb db, IReadOnlyList<GradeDecision> decisions, CancellationToken cancellationToken)
    {
        var year = decisions[0].Year;
        var groupId = decisions[0].GroupId;
        var rows = await db.GradeDecisions.Where(d => d.CycleYear == year && d.GroupId == groupId).ToDictionaryAsync(d => d.UnitId, cancellationToken);
        foreach (var decision in decisions)
        {
            if (rows.Remove(decision.UnitId, out var row))
            {
                row.Write(decision);
            }
            else
            {
                db.Add(GradeDecisionRow.Of(decision));
            }
        }

        db.RemoveRange(rows.Values);
    }

    // One task decides about all groups, so each group takes the choices that concern it.
    private static GradeDecisionForm Of(GradeDecisionForm form, GradeProposal proposal) =>
        form with { Choices = [.. form.Choices.Where(choice => proposal.Of(choice.UnitId) is not null)] };

    private static async Task<GradeProposal> FindProposalAsync(KaoheDb db, int year, string groupId, CancellationToken cancellationToken) =>
        (await db.GradeProposals.AsNoTracking().FirstOrDefaultAsync(p => p.CycleYear == year && p.GroupId == groupId, cancellationToken))?.Value
        ?? throw RefusedException.NotFound("这一组的等次建议");

    private static async Task<bool> IsDecidedAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var groups = await db.GradeProposals.Where(p => p.CycleYear == year).Select(p => p.GroupId).ToListAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var decided = await db.GradeDecisions.Where(d => d.CycleYear == year).Select(d => d.GroupId).Distinct().ToListAsync(cancellationToken);
        return groups.All(decided.Contains);
    }
}

/// <summary>Grades are proposed from scores.</summary>
/// <param name="count">Units with a stored score.</param>
public sealed class ScoresAreComputedRule(int count) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）二：综合评价、考核汇总之后才是结果评定";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (count == 0)
        {
            yield return new Problem("scores", "还没有计算综合得分，请先在“得分”页计算。");
        }
    }
}
