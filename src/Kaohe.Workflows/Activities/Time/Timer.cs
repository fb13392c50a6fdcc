using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Time;

/// <summary>Starts the workflow at an interval; in the middle of a flow it waits for one interval.</summary>
[Activity("Elsa.Timer", DisplayName = "定时器", Category = "时间与事件", Description = "每隔一段时间启动流程；放在流程中间时等待一次。", Kind = ActivityKind.Trigger)]
public sealed class Timer : Trigger
{
    /// <summary>The interval.</summary>
    [Input(DisplayName = "间隔", Description = "天.时:分:秒")]
    public Input<TimeSpan> Interval { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow)
        {
            context.Complete();
            return;
        }

        var due = Due.After(context.Now, context.Get(Interval));
        context.AddJournalData("ExecuteAt", due);
        context.CreateBookmark(new Dictionary<string, object?> { ["ResumeAt"] = due }, dueAt: due);
    }

    /// <inheritdoc/>
    protected internal override (object? Payload, DateTimeOffset? DueAt) GetTrigger(ActivityExecutionContext context, DateTimeOffset now)
    {
        var interval = context.Evaluate(Interval);
        return interval <= TimeSpan.Zero
            ? throw new WorkflowException("定时器的间隔必须大于零。")
            : (new Dictionary<string, object?> { ["Interval"] = interval }, Due.After(now, interval));
    }
}
