using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Events;

/// <summary>Asks the application to do a task and waits for its report.</summary>
[Activity("Elsa.RunTask", DisplayName = "请求外部任务", Category = "时间与事件", Description = "请应用程序完成一项任务，并等待结果。")]
public sealed class RunTask : Activity
{
    /// <summary>Key of the report in the resume input, as Elsa names it.</summary>
    public const string InputKey = "RunTaskInput";

    /// <summary>What to do.</summary>
    [Input(DisplayName = "任务名称")]
    public Input<string> TaskName { get; } = new();

    /// <summary>Data for it.</summary>
    [Input(DisplayName = "任务数据", UIHint = UIHints.Dictionary)]
    public Input<Dictionary<string, object?>> Payload { get; } = new();

    /// <summary>The id to report with.</summary>
    [Output(DisplayName = "任务编号")]
    public Output<string> TaskId { get; } = new();

    /// <summary>What was reported.</summary>
    [Output(DisplayName = "结果")]
    public Output<object> Result { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(TaskName) ?? "";
        var taskId = context.NextId('t');
        var bookmark = context.CreateBookmark(new Dictionary<string, object?> { ["TaskId"] = taskId }, callback: nameof(Resume), includeInstance: false);
        context.Set(TaskId, taskId);
        context.Emit(EffectKinds.RunTask, new RunTaskEffect(taskId, name, context.Get(Payload), bookmark.Id));
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark)
    {
        context.Set(Result, context.WorkflowInput.GetValueOrDefault(InputKey));
        context.Complete();
    }
}
