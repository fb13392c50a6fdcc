using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Activities.Plans;

/// <summary>
/// One burst of a planned activity: begins what may begin, hears a signal or the clock, and ends the activity when its rule says so. Pure: all it does is
/// ask for effects and write the activity's own memory.
/// </summary>
internal sealed partial class PlanRun
{
    /// <summary>Marks the bookmark that waits for the next round; its value is the round's name.</summary>
    public const string NextRound = "nextRound";

    /// <summary>Name under which tasks and papers of a round carry the period of its figures, for example <c>2026Q1</c>.</summary>
    public const string PeriodField = FlowInputs.Period;

    private const string RoundField = "轮次";

    private readonly PlannedActivity _activity;
    private readonly ActivityExecutionContext _context;
    private readonly PlanSettings _settings;
    private readonly Plan _plan;
    private readonly PlanProgress _progress;
    private readonly PlanEffects _effects;
    private bool _isOver;

    private PlanRun(PlannedActivity activity, ActivityExecutionContext context, PlanProgress progress)
    {
        _activity = activity;
        _context = context;
        _progress = progress;
        _settings = activity.SettingsOf(context);
        _plan = Plan.Of(InRound(activity.PlanOf(context), progress.Rounds), _settings);
        _effects = new PlanEffects(context, _settings, _plan, progress);
    }

    /// <summary>The first burst.</summary>
    public static void Begin(PlannedActivity activity, ActivityExecutionContext context, PlanProgress progress)
    {
        var run = new PlanRun(activity, context, progress);
        progress.SignalBookmark = context.CreateBookmark(callback: PlannedActivity.ResumeMethod, autoBurn: false, metadata: run.Metadata()).Id;
        run.ArmDeadline();
        run.Advance();
    }

    /// <summary>Every later burst.</summary>
    public static void Hear(PlannedActivity activity, ActivityExecutionContext context, Bookmark bookmark)
    {
        var run = new PlanRun(activity, context, PlanProgress.Load(context));
        if (bookmark.Metadata?.ContainsKey(NextRound) == true)
        {
            run.BeginNextRound();
            return;
        }

        if (bookmark.DueAt is not null)
        {
            run.HearClock(bookmark);
        }
        else if (Signal.From(context.WorkflowInput) is { } signal)
        {
            run.Hear(signal);
        }

        run.Advance();
    }

    private Dictionary<string, string> Metadata() => new()
    {
        ["name"] = _settings.Name,
        ["stepCode"] = _settings.StepCode ?? "",
        ["cycleYear"] = _progress.CycleYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private void ArmDeadline()
    {
        if (_progress.DeadlineBookmark is { } old)
        {
            _context.RemoveBookmark(old);
        }

        _progress.DeadlineBookmark = null;
        if (_progress.DueAt is { } due)
        {
            ArmClock(due);
        }
    }

    private void ArmClock(DateTimeOffset due) => _progress.DeadlineBookmark = _context.CreateBookmark(
        new Dictionary<string, object?> { ["Deadline"] = due }, callback: PlannedActivity.ResumeMethod, dueAt: Deadlines.Passed(due), metadata: Metadata()).Id;

    /// <summary>Begins everything whose turn has come, and ends the activity when nothing is left.</summary>
    private void Advance()
    {
        if (_context.IsCompleted || _isOver)
        {
            return;
        }

        foreach (var item in _plan.Items)
        {
            if (!_progress[item].HasBegun && item.Source is null && !item.IsOnDemand && _plan.Before(item).All(IsSatisfied))
            {
                Begin(item, returnReason: null);
            }
        }

        if (_plan.Items.All(item => IsSatisfied(item) || (item.IsOnDemand && !_progress[item].HasBegun)))
        {
            End(_progress.IsOverdue ? PlanOutcomes.Overdue : PlanOutcomes.Done);
        }
        else
        {
            WatchLateWork();
            _progress.Save(_context);
        }
    }

    private void Begin(PlanItem item, string? returnReason)
    {
        var state = _progress[item];
        state.HasBegun = true;
        var audience = _plan.AudienceOf(item, _progress.Audience);
        if (_progress.ClosingReason is not null && !audience.IsOnce && item.Kind == PlanItemKind.Tasks)
        {
            // The office has ended the step: units are not asked any more, what must happen once still happens.
            state.Keys = [];
            return;
        }

        state.Keys = audience.KnownKeys?.ToList() ?? state.Keys;
        if (state.Keys is not { Count: 0 })
        {
            _effects.Ask(item, audience, state.RoundOf(AudienceSpec.OnceKey), new Carried(ReturnReason: returnReason));
        }
    }

    /// <summary>Whether an item is finished as far as the completion rule asks.</summary>
    private bool IsSatisfied(PlanItem item)
    {
        if (KeysOf(item) is not { } keys || (item.Source is null && !_progress[item].HasBegun))
        {
            return false;
        }

        // Without anything closed the set of done keys is the answer; counting key by key would be most of a burst's work with a hundred units.
        var finished = HasClosed(item) ? keys.Count(key => IsFinished(item, key)) : _progress[item].Done.Count;
        return finished >= (_plan.AudienceOf(item, _progress.Audience).IsPerUnit ? _settings.Completion.Needed(keys.Count) : keys.Count);
    }

    private List<string>? KeysOf(PlanItem item) => item.Source is null ? _progress[item].Keys : KeysOf(_plan.Find(item.Source)!);

    private bool HasClosed(PlanItem item) => _progress[item].Closed.Count > 0 || (item.Source is not null && HasClosed(_plan.Find(item.Source)!));

    private bool IsFinished(PlanItem item, string key) => _progress[item].IsFinished(key) || IsExcused(item, key);

    /// <summary>Whether an item further up was closed for this key, so that nothing will follow.</summary>
    private bool IsExcused(PlanItem item, string key) =>
        item.Source is not null && _plan.Find(item.Source) is { } source && (_progress[source].Closed.ContainsKey(key) || IsExcused(source, key));

    /// <summary>What is open at this moment: begun, and for a follower only where the item before it is done.</summary>
    private IEnumerable<(PlanItem Item, string Key)> Open() =>
        from item in _plan.Items
        where _progress[item].HasBegun
        from key in KeysOf(item) ?? []
        where !IsFinished(item, key) && (item.Source is null || _progress[_plan.Find(item.Source)!].Done.Contains(key))
        select (item, key);

    private void End(string outcome)
    {
        var open = Open().ToList();
        if (open.Count > 0 || outcome == PlanOutcomes.Returned || _plan.Items.Any(HasClosed))
        {
            _effects.CloseTasks(outcome == PlanOutcomes.Returned ? $"“{_settings.Name}”已退回，未完成的任务不再需要。" : ClosingText());
        }

        var summary = PlanSummary.Of(_plan, _progress, outcome, open);
        if (_progress.Rounds.HasSeveral)
        {
            summary["round"] = _progress.Rounds.Name;
        }

        if (outcome != PlanOutcomes.Returned && !_progress.Rounds.IsLast)
        {
            AwaitNextRound(summary);
            return;
        }

        _progress.Save(_context);
        if (_progress.Finished.Count > 0)
        {
            summary["rounds"] = _progress.Finished;
        }

        _context.AddJournalData("Summary", summary);
        _activity.End(_context, _progress.WasOverdue && outcome == PlanOutcomes.Done ? PlanOutcomes.Overdue : outcome, summary);
    }

    private string ClosingText() => _progress.ClosingReason
        ?? (_settings.EndsAtDeadline && _progress.IsOverdue ? $"“{_settings.Name}”的期限已到。" : $"“{_settings.Name}”已按“{_settings.Completion}”的完成条件结束。");
}
