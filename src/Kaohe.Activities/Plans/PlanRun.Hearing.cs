using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Activities.Plans;

/// <summary>What a planned activity does about what it hears. Every signal may come twice: what is heard already changes nothing.</summary>
internal sealed partial class PlanRun
{
    private void HearClock(Bookmark bookmark)
    {
        if (bookmark.Metadata?.GetValueOrDefault("item") is { } waited && _plan.Find(waited) is { } wait)
        {
            Finish(wait, AudienceSpec.OnceKey, new Carried());
            return;
        }

        _progress.DeadlineBookmark = null;
        _progress.IsOverdue = true;
        if (_settings.EndsAtDeadline)
        {
            End(PlanOutcomes.Overdue);
        }
        else
        {
            AskForReasons();
        }
    }

    private void Hear(Signal signal)
    {
        switch (signal.Event)
        {
            case SignalEvents.DeadlineChanged when signal.DueAt is { } due:
                MoveDeadline(due, signal);
                return;
            case SignalEvents.StepClosed:
                _progress.ClosingReason = signal.Reason ?? "考核办结束本环节。";
                CloseMissing(Missing(), ReasonsIn(signal), _progress.ClosingReason);
                ForgetReasons();
                return;
        }

        var (code, round) = ItemCode.Parse(signal.Item);
        if (_plan.Find(code) is not { } item)
        {
            return;
        }

        if (signal.Event == SignalEvents.Opened)
        {
            NoteKeys(item, signal.Keys ?? []);
            return;
        }

        var key = signal.Key ?? AudienceSpec.OnceKey;
        if (_progress[item].RoundOf(key) == round && !_progress[item].IsFinished(key))
        {
            Hear(item, key, signal);
        }
    }

    private void Hear(PlanItem item, string key, Signal signal)
    {
        var carried = new Carried(signal.Data, signal.By, signal.Reason, signal.DocumentId, signal.Number, signal.TaskId, signal.Outcome);
        switch (signal.Event)
        {
            case SignalEvents.Completed or SignalEvents.Closed when item.Kind == PlanItemKind.Document:
                // A person has mended the document that its signer had sent back, or leaves it as it was: it goes to the signer again.
                _effects.Ask(item, AudienceFor(item, key), _progress[item].RoundOf(key), carried);
                break;
            case SignalEvents.Completed when item.Code == Plan.MissingReasons:
                CloseMissing([.. Missing().Where(_progress.WasAsked)], ReasonsIn(signal), signal.Reason ?? "到期未完成");
                Finish(item, key, carried);
                break;
            case SignalEvents.Completed when signal.Outcome == PlanOutcomes.Return.Code && item.ReturnsWhole:
                _activity.ItemReturned(_context, item, carried);
                End(PlanOutcomes.Returned);
                break;
            case SignalEvents.Completed when signal.Outcome == PlanOutcomes.Return.Code && item.ReturnsTo is not null:
                SendBack(item, key, carried);
                break;
            case SignalEvents.Closed when item.Code == Plan.MissingReasons:
                _progress[item].Reopen(key);
                _progress[item].HasBegun = false;
                AskForReasons();
                break;
            case SignalEvents.Closed when item.IsApproval:
                // A decision cannot be closed away: it is asked for again, with the reason.
                _progress[item].Reopen(key);
                _effects.Ask(item, AudienceFor(item, key), _progress[item].RoundOf(key), new Carried(ReturnReason: signal.Reason));
                break;
            case SignalEvents.Closed:
                _progress[item].Closed[key] = signal.Reason ?? "";
                break;
            case SignalEvents.Returned:
                _progress[item].Reopen(key);
                _effects.AskForRevision(item, AudienceFor(item, key), _progress[item].RoundOf(key), carried);
                break;
            default:
                Finish(item, key, carried);
                break;
        }
    }

    private void NoteKeys(PlanItem item, IReadOnlyList<string> keys)
    {
        // Later rounds and followers know their keys; only the first opening of a whole audience tells something new.
        if (item.Source is null)
        {
            _progress[item].Keys ??= [.. keys];
        }
    }

    private void Finish(PlanItem item, string key, Carried carried)
    {
        var state = _progress[item];
        state.Done.Add(key);
        if (key == AudienceSpec.OnceKey)
        {
            state.DocumentId = carried.DocumentId ?? state.DocumentId;
            state.Number = carried.Number ?? state.Number;
        }

        _activity.ItemFinished(_context, item, key, carried);
        foreach (var follower in _plan.Followers(item))
        {
            if (_progress.ClosingReason is { } reason && follower.Kind == PlanItemKind.Tasks && key != AudienceSpec.OnceKey)
            {
                _progress[follower].Closed[key] = reason;
            }
            else
            {
                _progress[follower].HasBegun = true;
                _effects.Ask(follower, AudienceFor(follower, key), _progress[follower].RoundOf(key), carried);
            }
        }
    }

    private void SendBack(PlanItem from, string key, Carried carried)
    {
        var target = _plan.Find(from.ReturnsTo!)!;
        foreach (var item in _plan.Between(target, from))
        {
            if (_plan.Follows(item, target))
            {
                _progress[item].Reopen(key);
            }
            else if (item.Scope == PlanScope.Once && item.Source is null)
            {
                _progress[item].Reopen(AudienceSpec.OnceKey);
                _progress[item].HasBegun = false;
            }
        }

        if (key == AudienceSpec.OnceKey && target.Source is null)
        {
            Begin(target, carried.Comment);
        }
        else
        {
            _effects.Ask(target, AudienceFor(target, key), _progress[target].RoundOf(key), carried with { ReturnReason = carried.Comment });
        }
    }

    private void MoveDeadline(DateTimeOffset due, Signal signal)
    {
        if (_progress.DueAt == due)
        {
            return;
        }

        _progress.DueAt = due;
        _progress.LastDays = UnitDays.None;
        _progress.UnitsDueAt = null;
        _progress.IsOverdue = due < _context.Now;
        ArmDeadline();
        _effects.ChangeDeadline(due, signal.Reason ?? "", signal.By ?? "");
    }

    private AudienceSpec AudienceFor(PlanItem item, string key) =>
        key == AudienceSpec.OnceKey ? AudienceSpec.Once
        : _plan.AudienceOf(item, _progress.Audience) is { IsPerUnit: true } ? AudienceSpec.OfUnit(key)
        : _plan.AudienceOf(item, _progress.Audience);
}
