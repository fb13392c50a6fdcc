using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Time;

/// <summary>Starts the workflow at the times of a cron expression; in the middle of a flow it waits for the next one.</summary>
[Activity("Elsa.Cron", DisplayName = "按日程", Category = "时间与事件", Description = "按 Cron 表达式（秒 分 时 日 月 周）启动流程；放在流程中间时等待下一次。", Kind = ActivityKind.Trigger)]
public sealed class Cron : Trigger
{
    /// <summary>The expression.</summary>
    [Input(DisplayName = "Cron 表达式", Description = "例如 0 0 9 * * MON-FRI：工作日上午九点。")]
    public Input<string> CronExpression { get; } = new();

    /// <summary>Time zone of the expression.</summary>
    [Input(DisplayName = "时区", DefaultValue = CronSchedule.DefaultTimeZone)]
    public Input<string> TimeZone { get; } = new(CronSchedule.DefaultTimeZone);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow)
        {
            context.Complete();
            return;
        }

        var expression = context.Get(CronExpression) ?? "";
        var due = CronSchedule.Next(expression, context.Get(TimeZone), context.Now);
        context.AddJournalData("ExecuteAt", due);
        context.CreateBookmark(new Dictionary<string, object?> { ["ExecuteAt"] = due, ["CronExpression"] = expression }, dueAt: due);
    }

    /// <inheritdoc/>
    protected internal override (object? Payload, DateTimeOffset? DueAt) GetTrigger(ActivityExecutionContext context, DateTimeOffset now)
    {
        var expression = context.Evaluate(CronExpression) ?? "";
        return (new Dictionary<string, object?> { ["CronExpression"] = expression }, CronSchedule.Next(expression, context.Evaluate(TimeZone), now));
    }
}
