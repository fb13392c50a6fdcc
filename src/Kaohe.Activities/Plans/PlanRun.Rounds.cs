using Kaohe.Office;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Plans;

/// <summary>
/// From one round to the next. Each round is a run of its own: own tasks, own papers, own deadline, own signals. What is heard of an earlier round after its
/// end finds nobody waiting, so that rounds never mix.
/// </summary>
internal sealed partial class PlanRun
{
    /// <summary>The first burst of what begins later with its first round.</summary>
    public static void Await(PlannedActivity activity, ActivityExecutionContext context, PlanProgress progress, DateTimeOffset at) =>
        new PlanRun(activity, context, progress).Await(progress.Rounds, at);

    private void AwaitNextRound(Dictionary<string, object?> summary)
    {
        _context.RemoveBookmark(_progress.SignalBookmark);
        if (_progress.DeadlineBookmark is { } deadline)
        {
            _context.RemoveBookmark(deadline);
            _progress.DeadlineBookmark = null;
        }

        _isOver = true;
        _progress.Finished.Add(summary);
        var next = _progress.Rounds.Next;
        var planned = next.BeginsAt(ActivityCalendar.Current);

        // Never at once: what closes the tasks of this round must not meet those of the next.
        var earliest = Deadlines.MorningAfter(_context.Now);
        var at = planned > earliest ? planned : earliest;
        Await(next, at);
    }

    private void Await(PlanRounds round, DateTimeOffset at)
    {
        _context.CreateBookmark(
            new Dictionary<string, object?> { ["Round"] = round.Number, ["Until"] = at },
            callback: PlannedActivity.ResumeMethod,
            dueAt: at,
            metadata: new Dictionary<string, string>(Metadata()) { [NextRound] = round.Name });
        _progress.Save(_context);
    }

    private void BeginNextRound()
    {
        var today = OfficeTime.DateOf(_context.Now);
        var deadline = Deadlines.OfRound(_progress.DeadlineText, _activity.OwnDeadline, today, _settings.Name);
        DateTimeOffset? due = string.IsNullOrWhiteSpace(deadline) ? null : Deadlines.Resolve(deadline, today, _settings.Name);
        Begin(_activity, _context, _progress.BeginRound(today, deadline, due));
    }

    /// <summary>The items of a round: titles say which one it is, tasks and papers know its period.</summary>
    private static IReadOnlyList<PlanItem> InRound(IReadOnlyList<PlanItem> items, PlanRounds rounds) => !rounds.HasSeveral ? items :
    [
        .. items.Select(item => item with
        {
            Title = item.Kind == PlanItemKind.Tasks ? $"{rounds.Name}：{item.Title}" : $"{item.Title}（{rounds.Name}）",
            Data = new Dictionary<string, object?>(item.Data ?? new Dictionary<string, object?>()) { [PeriodField] = rounds.Period, [RoundField] = rounds.Name },
        }),
    ];
}
