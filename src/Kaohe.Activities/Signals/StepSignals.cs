namespace Kaohe.Activities.Signals;

/// <summary>Resume inputs by which the office acts on a whole step or block.</summary>
public static class StepSignals
{
    /// <summary>The office changed the deadline; the activity moves its own clock and asks for <see cref="Effects.ChangeDeadline"/>.</summary>
    /// <param name="dueAt">End of the new last day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    public static IReadOnlyDictionary<string, object?> DeadlineChanged(DateTimeOffset dueAt, string reason, string? by = null) =>
        new Signal { Event = SignalEvents.DeadlineChanged, DueAt = dueAt, Reason = reason, By = by }.ToInput();

    /// <summary>The office ends the step although something is missing.</summary>
    /// <param name="reason">Why, for everything that has no reason of its own.</param>
    /// <param name="by">Who.</param>
    /// <param name="reasons">Reason by unit id; null when one reason stands for all.</param>
    public static IReadOnlyDictionary<string, object?> StepClosed(string reason, string? by = null, IReadOnlyDictionary<string, string>? reasons = null) =>
        new Signal
        {
            Event = SignalEvents.StepClosed,
            Reason = reason,
            By = by,
            Data = reasons is null ? null : new Dictionary<string, object?> { ["reasons"] = reasons.ToDictionary(p => p.Key, p => (object?)p.Value) },
        }.ToInput();
}
