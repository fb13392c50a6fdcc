using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Time;

/// <summary>Waits for a span of time, of any length.</summary>
[Activity("Elsa.Delay", DisplayName = "等待一段时间", Category = "时间与事件", Description = "等待指定的时长，例如 1.00:00:00 是一天。")]
public sealed class Delay : Activity
{
    /// <summary>The span.</summary>
    [Input(DisplayName = "时长", Description = "天.时:分:秒")]
    public Input<TimeSpan> TimeSpan { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var due = Due.After(context.Now, context.Get(TimeSpan));
        context.AddJournalData("ResumeAt", due);
        context.CreateBookmark(new Dictionary<string, object?> { ["ResumeAt"] = due }, dueAt: due);
    }
}
