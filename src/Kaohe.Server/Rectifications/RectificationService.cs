using Kaohe.Activities.Effects;
using Kaohe.Assessment;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Rectifications;
using Kaohe.Assessment.Schemes;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Results.Grades;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Rectifications;
using Microsoft.EntityFrameworkCore;
using Problem = Kaohe.Assessment.Problem;
using Record = Kaohe.Assessment.Rectifications.Rectification;

namespace Kaohe.Server.Rectifications;

/// <summary>
/// 整改 from the notice to 销号. One method moves a record on, for the flow and for people alike; a 整改 that a flow runs is moved by its tasks only,
/// so that flow and record never disagree. Each method is one change inside the caller's transaction.
/// </summary>
/// <param name="clock">Says when.</param>
public sealed class RectificationService(TimeProvider clock)
{
    private static readonly Dictionary<RectificationEvent, AssessmentAct> _acts = new()
    {
        [RectificationEvent.Noticed] = AssessmentAct.RunRectification,
        [RectificationEvent.Submitted] = AssessmentAct.SubmitRectification,
        [RectificationEvent.OfficePassed] = AssessmentAct.RunRectification,
        [RectificationEvent.LeaderApproved] = AssessmentAct.ApproveRectification,
        [RectificationEvent.Overdue] = AssessmentAct.RunRectification,
        [RectificationEvent.Completed] = AssessmentAct.SubmitRectification,
        [RectificationEvent.CompletionOverdue] = AssessmentAct.RunRectification,
        [RectificationEvent.Rechecked] = AssessmentAct.RecheckRectification,
        [RectificationEvent.Closed] = AssessmentAct.RunRectification,
    };

    /// <summary>Moves a 整改 on for a person on a page or endpoint.</summary>
    public async Task MoveAsync(KaoheDb db, Actor actor, RectificationMove move, CancellationToken cancellationToken)
    {
        var row = await FindAsync(db, move.Year, move.UnitId, cancellationToken);
        await db.DemandAsync(actor, move.Year, ActOf(move.Event, row), move.UnitId, cancellationToken);
        Rule.CheckAll(
        [
            new FlowMovesItRule(row?.WorkflowInstanceId),
            new ReportAnswersNoticeRule(move.Report, await RectificationNotice.ProblemsAsync(db, move.Year, move.UnitId, cancellationToken)),
            new ResponsibleIsOfUnitRule(move.Report, (await db.OfficialsAsync(cancellationToken)).Where(official => official.UnitId == move.UnitId).Select(official => official.Id).ToHashSet()),
        ]);
        await ApplyAsync(db, move with { By = actor.Id }, instanceId: null, cancellationToken);
    }

    /// <summary>Moves a 整改 on for the flow or for a task, whose own authorization has been asked.</summary>
    public async Task ApplyAsync(KaoheDb db, RectificationMove move, string? instanceId, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var row = await FindAsync(db, move.Year, move.UnitId, cancellationToken);
        if (move.Event == RectificationEvent.Noticed)
        {
            await NoticeAsync(db, row, move, instanceId, at, cancellationToken);
            return;
        }

        if (row is null)
        {
            throw RefusedException.NotFound("这个单位的整改");
        }

        if (move is { Event: RectificationEvent.Returned, DueOn: null })
        {
            // A report that is sent back is due as the first one is: 整改报告 in one month (咸宁), whether the flow or a person sends it back.
            move = move with { DueOn = DueAfter(await db.RequireSchemeAsync(move.Year, cancellationToken), at) };
        }

        row.Write(instanceId is not null && move.Event == RectificationEvent.Overdue ? Late(row.Value, move, at) : Next(row.Value, move, at));
        if (move.Event == RectificationEvent.Overdue && !await db.Admonitions.AnyAsync(a => a.CycleYear == move.Year && a.UnitId == move.UnitId, cancellationToken))
        {
            var unit = await db.RequireUnitAsync(move.UnitId, cancellationToken);
            db.Add(AdmonitionRow.Of(Admonitions.Open(move.Year, move.UnitId, UnitHead.Of(unit, await db.OfficialsAsync(cancellationToken))?.Id, ["整改报告逾期未报。"], at)));
        }
    }

    /// <summary>Everything that stands in the way of a move; empty when it may be made. Changes nothing, so that a task's form can ask first.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(KaoheDb db, RectificationMove move, CancellationToken cancellationToken)
    {
        var row = await db.Rectifications.AsNoTracking().FirstOrDefaultAsync(r => r.CycleYear == move.Year && r.UnitId == move.UnitId, cancellationToken);
        try
        {
            if (row is not null && move.Event != RectificationEvent.Noticed)
            {
                Next(row.Value, move, clock.GetUtcNow());
            }

            return [];
        }
        catch (RulesBrokenException exception)
        {
            return exception.Problems;
        }
    }

    private static Record Next(Record record, RectificationMove move, DateTimeOffset at) => move.Event switch
    {
        RectificationEvent.Submitted => record.Submit(move.Report ?? new RectificationReport { Causes = "", Measures = [] }, move.By, at),
        RectificationEvent.OfficePassed => record.PassReview(move.Comment, move.By, at),
        RectificationEvent.LeaderApproved => record.Approve(move.Comment, move.By, at),
        RectificationEvent.Returned => record.Return(move.Comment, move.DueOn ?? ChinaTime.DateOf(at).AddDays(1), move.By, at),
        RectificationEvent.Overdue => record.Escalate(move.By, at),
        RectificationEvent.Completed => record.ReportCompletion(move.Completion ?? new RectificationCompletion { Measures = [], Statement = "" }, move.By, at),
        RectificationEvent.CompletionOverdue => record.MissCompletion(move.By, at),
        RectificationEvent.Rechecked => record.PassRecheck(move.Comment, move.By, at, move.Findings, move.VisitedOn),
        RectificationEvent.Closed => record.Close(move.By, at),
        _ => record,
    };

    // The flow's clock ends the deadline in its last second, or at a day that the office has moved; the record follows the flow, once.
    private static Record Late(Record record, RectificationMove move, DateTimeOffset at)
    {
        if (record.EscalatedAt is not null || !record.WaitsForUnit)
        {
            return record;
        }

        var today = ChinaTime.DateOf(at);
        var due = record.DueOn < today ? record.DueOn : today;
        return (record with { DueOn = due }).Escalate(move.By, due < today ? at : OfficeTime.At(due.AddDays(1), TimeOnly.MinValue));
    }

    private async Task NoticeAsync(KaoheDb db, RectificationRow? row, RectificationMove move, string? instanceId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var unit = await db.RequireUnitAsync(move.UnitId, cancellationToken);
        Rule.CheckAll([new OneRectificationAYearRule(unit.ShortName, row is not null)]);
        var scheme = await db.RequireSchemeAsync(move.Year, cancellationToken);
        var today = ChinaTime.DateOf(at);
        db.Add(RectificationRow.Of(
            new Record
            {
                Id = $"{move.Year}-{move.UnitId}",
                UnitId = move.UnitId,
                Year = move.Year,
                Cause = await CauseAsync(db, move, cancellationToken),
                NoticedOn = today,
                DueOn = move.DueOn ?? DueAfter(scheme, at),
                Log = [new LogEntry("发出整改通知", move.By, at, move.Comment)],
            },
            instanceId));
    }

    private static async Task<string> CauseAsync(KaoheDb db, RectificationMove move, CancellationToken cancellationToken)
    {
        var rows = await db.Consequences.AsNoTracking()
            .Where(c => c.CycleYear == move.Year && c.UnitId == move.UnitId && (c.Kind == ConsequenceKind.Rectification || c.Kind == ConsequenceKind.Admonition))
            .ToListAsync(cancellationToken);
        var reasons = string.Concat(rows.SelectMany(row => row.Value.Reasons).Distinct());
        return reasons.Length > 0 ? reasons : move.Comment;
    }

    private static AssessmentAct ActOf(RectificationEvent happened, RectificationRow? row) =>
        happened != RectificationEvent.Returned ? _acts[happened]
        : row?.Stage == RectificationStage.OfficePassed ? AssessmentAct.ApproveRectification
        : row?.Stage is RectificationStage.LeaderApproved or RectificationStage.AwaitingRecheck ? AssessmentAct.RecheckRectification
        : AssessmentAct.RunRectification;

    private static DateOnly DueAfter(Scheme scheme, DateTimeOffset at) =>
        Activities.ActivityCalendar.Current.AddCalendarMonth(ChinaTime.DateOf(at), scheme.Timing.RectificationMonths).Date;

    private static Task<RectificationRow?> FindAsync(KaoheDb db, int year, string unitId, CancellationToken cancellationToken) =>
        db.Rectifications.FirstOrDefaultAsync(r => r.CycleYear == year && r.UnitId == unitId, cancellationToken);
}
