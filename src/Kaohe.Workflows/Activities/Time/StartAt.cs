using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Time;

/// <summary>Starts the workflow at a time; in the middle of a flow it waits until then.</summary>
[Activity("Elsa.StartAt", DisplayName = "指定时间", Category = "时间与事件", Description = "在指定时间启动流程；放在流程中间时等到那时，已过则立即继续。", Kind = ActivityKind.Trigger)]
public sealed class StartAt : Trigger
{
    /// <summary>The time.</summary>
    [Input(DisplayName = "时间", UIHint = UIHints.DateTimePicker)]
    public Input<DateTimeOffset> DateTime { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var due = context.Get(DateTime);
        context.AddJournalData("ExecuteAt", due);
        if (context.IsTriggerOfWorkflow || due <= context.Now)
        {
            context.Complete();
            return;
        }

        context.CreateBookmark(new Dictionary<string, object?> { ["ExecuteAt"] = due }, dueAt: due);
    }

    /// <inheritdoc/>
    protected internal override (object? Payload, DateTimeOffset? DueAt) GetTrigger(ActivityExecutionContext context, DateTimeOffset now)
    {
        var due = context.Evaluate(DateTime);
        return (new Dictionary<string, object?> { ["ExecuteAt"] = due }, due);
    }
}
