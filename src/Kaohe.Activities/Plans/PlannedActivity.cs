using Kaohe.Activities.Effects;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Activities.Plans;

/// <summary>
/// An activity that is described by a plan: what it opens, issues and waits for, and in which order. The base keeps the progress in the activity's own
/// memory and does the same once when a signal comes twice.
/// </summary>
public abstract class PlannedActivity : Activity
{
    internal const string ResumeMethod = nameof(Resume);

    /// <summary>What it does, in order.</summary>
    protected internal abstract IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context);

    /// <summary>What the office has set.</summary>
    /// <exception cref="WorkflowException">A setting cannot be read.</exception>
    protected internal abstract PlanSettings SettingsOf(ActivityExecutionContext context);

    /// <summary>For whom it is, read once when it begins.</summary>
    protected abstract AudienceSpec AudienceOf(ActivityExecutionContext context);

    /// <summary>The deadline as designed, read once when it begins; null for none.</summary>
    protected abstract string? DeadlineOf(ActivityExecutionContext context);

    /// <summary>The deadline that applies where the office sets none; null where there is none.</summary>
    protected internal virtual string? OwnDeadline => null;

    /// <summary>How often it is held in the year, read once when it begins.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="year">The assessed year.</param>
    /// <param name="today">The day on which it begins.</param>
    protected virtual PlanRounds RoundsOf(ActivityExecutionContext context, int year, DateOnly today) => PlanRounds.Once(year);

    /// <summary>Units that have a last day of their own, which what they are asked for is due on; empty where all have the deadline. Read once when it begins.</summary>
    protected virtual IReadOnlyDictionary<string, DateOnly> LastDaysOf(ActivityExecutionContext context) => UnitDays.None;

    /// <summary>How long others have after the deadline of the units, for example <c>10天</c>; null where the deadline is for all. Read once when it begins.</summary>
    protected virtual string? TimeAfterwardsOf(ActivityExecutionContext context) => null;

    /// <summary>Called when an item is finished for a key; an activity sets its outputs here.</summary>
    protected internal virtual void ItemFinished(ActivityExecutionContext context, PlanItem item, string key, Carried carried)
    {
    }

    /// <summary>Called when an item has sent the whole activity back.</summary>
    protected internal virtual void ItemReturned(ActivityExecutionContext context, PlanItem item, Carried carried)
    {
    }

    /// <summary>Ends the activity.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="outcome">One of <see cref="PlanOutcomes"/>.</param>
    /// <param name="summary">What it leaves behind.</param>
    protected internal virtual void End(ActivityExecutionContext context, string outcome, IReadOnlyDictionary<string, object?> summary) => context.Complete(outcome);

    /// <inheritdoc/>
    protected sealed override void Execute(ActivityExecutionContext context)
    {
        var today = Office.OfficeTime.DateOf(context.Now);
        var year = FlowInputs.YearOf(context);
        var rounds = RoundsOf(context, year, today);
        var deadline = rounds.HasSeveral ? Deadlines.OfRound(DeadlineOf(context) ?? "", OwnDeadline, today, SettingsOf(context).Name) : DeadlineOf(context);
        DateTimeOffset? due = string.IsNullOrWhiteSpace(deadline) ? null : Deadlines.Resolve(deadline, today, SettingsOf(context).Name);
        if (rounds.FirstWaitsUntil(context.Now, ActivityCalendar.Current) is { } later)
        {
            PlanRun.Await(this, context, new PlanProgress { CycleYear = year, Audience = AudienceOf(context), StartedOn = today, DeadlineText = DeadlineOf(context) ?? "", Rounds = rounds }, later);
            return;
        }

        var lastDays = LastDaysOf(context);
        var afterwards = due is null ? null : TimeAfterwardsOf(context);
        var end = string.IsNullOrWhiteSpace(afterwards) ? due : Deadlines.Resolve(afterwards, Office.OfficeTime.DateOf(due!.Value), SettingsOf(context).Name);
        PlanRun.Begin(this, context, new PlanProgress
        {
            LastDays = lastDays,
            CycleYear = year,
            Audience = AudienceOf(context),
            StartedOn = today,
            DeadlineText = deadline ?? "",
            DueAt = end is { } last ? Deadlines.NotBefore(last, lastDays.Values) : null,
            UnitsDueAt = end == due ? null : due,
            AfterwardsText = afterwards ?? "",
            Rounds = rounds,
        });
    }

    /// <inheritdoc/>
    protected sealed override void Resume(ActivityExecutionContext context, Bookmark bookmark) => PlanRun.Hear(this, context, bookmark);
}
