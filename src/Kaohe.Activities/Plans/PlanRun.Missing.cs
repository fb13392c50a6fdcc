using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Office;

namespace Kaohe.Activities.Plans;

/// <summary>
/// What a planned activity does about work that its units still owe after the deadline, where its completion rule asks the office for reasons. The office
/// is asked once more for what is begun or still owed after that: whoever answers late brings work for others, who may not answer at all.
/// </summary>
internal sealed partial class PlanRun
{
    /// <summary>How long work that is open after the deadline may stay so before the office is asked for reasons again.</summary>
    private const string LatePeriod = "3个工作日";

    private List<(PlanItem Item, string Key)> Missing() => [.. Open().Where(each => each.Key != AudienceSpec.OnceKey)];

    private static Dictionary<string, object?>? ReasonsIn(Signal signal) => signal.Data?.GetValueOrDefault("reasons") as Dictionary<string, object?>;

    private bool IsAsked(PlanItem reasons) => _progress[reasons].HasBegun && !_progress[reasons].IsFinished(AudienceSpec.OnceKey);

    private void AskForReasons()
    {
        if (_plan.Find(Plan.MissingReasons) is not { } reasons || IsAsked(reasons) || Missing() is not { Count: > 0 } missing)
        {
            return;
        }

        var state = _progress[reasons];
        if (state.IsFinished(AudienceSpec.OnceKey))
        {
            state.Reopen(AudienceSpec.OnceKey);
        }

        state.HasBegun = true;
        state.Keys = [AudienceSpec.OnceKey];
        _progress.NoteAsked(missing);
        _effects.Ask(reasons, AudienceSpec.Once, state.RoundOf(AudienceSpec.OnceKey), new Carried(Data: new Dictionary<string, object?>
        {
            ["missing"] = missing.Select(each => (object?)new Dictionary<string, object?> { ["item"] = each.Item.Code, ["title"] = each.Item.Title, ["key"] = each.Key }).ToList(),
        }));
    }

    /// <summary>Lets the clock come back for work that is open after the deadline and that nobody has been asked about.</summary>
    private void WatchLateWork()
    {
        if (_progress is { IsOverdue: true, DeadlineBookmark: null } && _plan.Find(Plan.MissingReasons) is { } reasons && !IsAsked(reasons) && Missing().Count > 0)
        {
            ArmClock(Deadlines.Resolve(LatePeriod, OfficeTime.DateOf(_context.Now), reasons.Title));
        }
    }

    /// <summary>The office has ended the step with its reason; the task that asks for reasons is no longer needed.</summary>
    private void ForgetReasons()
    {
        if (_plan.Find(Plan.MissingReasons) is { } reasons && IsAsked(reasons))
        {
            _progress[reasons].Done.Add(AudienceSpec.OnceKey);
            _effects.CloseTasks(_progress.ClosingReason!, ItemCode.Of(reasons.Code, _progress[reasons].RoundOf(AudienceSpec.OnceKey)));
        }
    }

    private void CloseMissing(IReadOnlyList<(PlanItem Item, string Key)> missing, Dictionary<string, object?>? reasons, string otherwise)
    {
        foreach (var (item, key) in missing)
        {
            _progress[item].Closed[key] = reasons?.GetValueOrDefault(key) as string ?? otherwise;
        }

        // Nobody waits for them any more, though the step goes on with what must happen once.
        foreach (var task in missing.Where(each => each.Item.Kind == PlanItemKind.Tasks).GroupBy(each => ItemCode.Of(each.Item.Code, _progress[each.Item].RoundOf(each.Key)), each => each.Key))
        {
            _effects.CloseTasks(otherwise, task.Key, [.. task]);
        }
    }
}
