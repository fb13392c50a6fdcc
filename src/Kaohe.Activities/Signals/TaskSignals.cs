namespace Kaohe.Activities.Signals;

/// <summary>Resume inputs about tasks; what <see cref="Effects.OpenTasks"/> is answered with.</summary>
public static class TaskSignals
{
    /// <summary>The tasks of an item are open.</summary>
    /// <param name="item">The item.</param>
    /// <param name="keys">One key for each task: unit, team or person id, or <see cref="Effects.AudienceSpec.OnceKey"/>. Empty when the audience is empty.</param>
    public static IReadOnlyDictionary<string, object?> Opened(string item, IEnumerable<string> keys) =>
        new Signal { Event = SignalEvents.Opened, Item = item, Keys = [.. keys] }.ToInput();

    /// <summary>A person completed a task.</summary>
    /// <param name="item">The item.</param>
    /// <param name="key">The task's key.</param>
    /// <param name="taskId">The task; a signal that comes again with the same id is the same signal.</param>
    /// <param name="outcome">Outcome code.</param>
    /// <param name="data">What was submitted; null when nothing.</param>
    /// <param name="by">Who.</param>
    /// <param name="comment">The comment; a return carries its reason here.</param>
    public static IReadOnlyDictionary<string, object?> Completed(
        string item, string key, string taskId, string outcome, IReadOnlyDictionary<string, object?>? data = null, string? by = null, string? comment = null) =>
        new Signal { Event = SignalEvents.Completed, Item = item, Key = key, TaskId = taskId, Outcome = outcome, Data = data, By = by, Reason = comment }.ToInput();

    /// <summary>The office closed a task with a reason.</summary>
    /// <param name="item">The item.</param>
    /// <param name="key">The task's key.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    public static IReadOnlyDictionary<string, object?> Closed(string item, string key, string taskId, string reason, string? by = null) =>
        new Signal { Event = SignalEvents.Closed, Item = item, Key = key, TaskId = taskId, Reason = reason, By = by }.ToInput();

    /// <summary>What a block that waits for people puts out about a task, by output name; for a submission that came again after the block had ended.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="outcome">Outcome code.</param>
    /// <param name="data">What was submitted; null when nothing.</param>
    /// <param name="by">Who.</param>
    /// <param name="comment">The comment.</param>
    public static IReadOnlyDictionary<string, object?> Outputs(string taskId, string outcome, IReadOnlyDictionary<string, object?>? data, string? by, string? comment) =>
        new Dictionary<string, object?>
        {
            [nameof(Blocks.TaskBlock.TaskId)] = taskId,
            [nameof(Blocks.TaskBlock.ChosenOutcome)] = outcome,
            [nameof(Blocks.TaskBlock.Data)] = data,
            [nameof(Blocks.TaskBlock.CompletedBy)] = by,
            [nameof(Blocks.TaskBlock.Comment)] = comment,
        };
}
