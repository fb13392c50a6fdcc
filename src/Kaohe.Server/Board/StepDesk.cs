using Kaohe.Activities;
using Kaohe.Activities.Signals;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Server.Calendar;
using Kaohe.Server.Cycles;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Board;

/// <summary>What the office does to a whole step of a running year: another deadline, or its end, each with reasons. The step itself carries it out.</summary>
/// <param name="lane">The transaction.</param>
/// <param name="outbox">Takes the signal for the step.</param>
/// <param name="calendars">Which days are worked.</param>
/// <param name="clock">Now.</param>
public sealed class StepDesk(IWriteLane lane, OutboxWriter outbox, IOfficeCalendar calendars, TimeProvider clock)
{
    /// <summary>Changes the deadline of a running step and of its open tasks.</summary>
    /// <param name="actor">Who; of 考核办.</param>
    /// <param name="year">The assessed year.</param>
    /// <param name="stepCode">The step.</param>
    /// <param name="date">New last day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Everything that stands against it; empty when it is on its way.</returns>
    public Task<IReadOnlyList<Problem>> ChangeDeadlineAsync(Actor actor, int year, string stepCode, DateOnly date, string? reason, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Problem> problems =
        [
            .. DeadlineSpec.On(date).Check(OfficeTime.DateOf(clock.GetUtcNow()), calendars.Current, "date"),
            .. OfficeRule.Check([new ReasonMustBeGiven(reason, "改期限")]),
        ];
        return SendAsync(actor, year, stepCode, problems, () => StepSignals.DeadlineChanged(OfficeTime.EndOf(date), reason!.Trim(), actor.Name), cancellationToken);
    }

    /// <summary>Ends a running step although something is missing.</summary>
    /// <param name="actor">Who; of 考核办.</param>
    /// <param name="year">The assessed year.</param>
    /// <param name="stepCode">The step.</param>
    /// <param name="reason">Why, for everything without a reason of its own.</param>
    /// <param name="reasons">Reason by unit; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Everything that stands against it; empty when it is on its way.</returns>
    public Task<IReadOnlyList<Problem>> CloseAsync(
        Actor actor, int year, string stepCode, string? reason, IReadOnlyDictionary<string, string>? reasons, CancellationToken cancellationToken = default) =>
        SendAsync(actor, year, stepCode, OfficeRule.Check([new ReasonMustBeGiven(reason, "结束环节")]), () => StepSignals.StepClosed(reason!.Trim(), actor.Name, reasons), cancellationToken);

    private async Task<IReadOnlyList<Problem>> SendAsync(
        Actor actor, int year, string stepCode, IReadOnlyList<Problem> problems, Func<IReadOnlyDictionary<string, object?>> signal, CancellationToken cancellationToken)
    {
        if (!actor.Is(Role.Office))
        {
            return [new Problem("OfficeMustAct", string.Empty, "只有考核办能调整环节。")];
        }

        return problems.Count > 0 ? problems : await lane.RunAsync(
            async (db, cancel) =>
            {
                if (await FindAsync(db, year, stepCode, cancel) is not { } wait)
                {
                    var step = (await StepProgress.OfAsync(db, (await db.CycleAsync(year, cancel))?.WorkflowInstanceId, cancel)).FirstOrDefault(one => one.Code == stepCode);
                    return (IReadOnlyList<Problem>)[new Problem("StepMustRun", "step", step?.RestsUntil is { } next
                        ? $"“{StepCodes.NameOf(stepCode)}”现在没有进行中的轮次，下一轮{OfficeTime.Moment(next)}开始，开始后再调整。"
                        : $"“{StepCodes.NameOf(stepCode)}”环节现在没有进行，不能调整；请刷新后再看。")];
                }

                await outbox.EnqueueAsync(
                    db,
                    new OutboxRequest
                    {
                        Key = $"step:{wait.BookmarkId}:{Guid.NewGuid():N}",
                        Kind = RuntimeEffectKinds.Resume,
                        WorkflowInstanceId = wait.InstanceId,
                        Payload = new ResumeEffect(wait.InstanceId, wait.BookmarkId, signal()),
                    },
                    cancel);
                return [];
            },
            cancellationToken);
    }

    // A step waits on one bookmark for signals; its others belong to the clock.
    private static async Task<StepWait?> FindAsync(KaoheDb db, int year, string stepCode, CancellationToken cancellationToken)
    {
        var instance = (await db.CycleAsync(year, cancellationToken))?.WorkflowInstanceId;
        var type = $"Kaohe.{stepCode}";
        var running = db.ActivityExecutions.Where(run => run.WorkflowInstanceId == instance && run.ActivityType == type && run.CompletedAt == null).Select(run => run.Id);
        return await db.Bookmarks.AsNoTracking()
            .Where(bookmark => bookmark.WorkflowInstanceId == instance && bookmark.DueAt == null && running.Contains(bookmark.ActivityInstanceId))
            .Select(bookmark => new StepWait(bookmark.WorkflowInstanceId, bookmark.Id)).FirstOrDefaultAsync(cancellationToken);
    }

    private sealed record StepWait(string InstanceId, string BookmarkId);
}
