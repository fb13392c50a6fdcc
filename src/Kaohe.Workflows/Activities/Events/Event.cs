using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Events;

/// <summary>Waits for an event by name, or starts the workflow when it comes.</summary>
[Activity("Elsa.Event", DisplayName = "等待事件", Category = "时间与事件", Description = "等待指定名称的事件。", Kind = ActivityKind.Trigger)]
public sealed class Event : Trigger
{
    /// <summary>Key of the payload in the resume input, as Elsa names it.</summary>
    public const string PayloadKey = "__EventPayloadWorkflowInput";

    /// <summary>Name of the event.</summary>
    [Input(DisplayName = "事件名称")]
    public Input<string> EventName { get; } = new();

    /// <summary>What the event carried.</summary>
    [Output(DisplayName = "事件内容")]
    public Output<object> Result { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow)
        {
            Finish(context);
            return;
        }

        var name = context.Get(EventName) ?? throw new WorkflowException("没有指定要等待的事件名称。");
        context.CreateBookmark(Stimulus(name), callback: nameof(Resume), includeInstance: false);
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark) => Finish(context);

    /// <inheritdoc/>
    protected internal override (object? Payload, DateTimeOffset? DueAt) GetTrigger(ActivityExecutionContext context, DateTimeOffset now) =>
        (Stimulus(context.Evaluate(EventName) ?? ""), null);

    private static Dictionary<string, object?> Stimulus(string name) => new() { ["EventName"] = name };

    private void Finish(ActivityExecutionContext context)
    {
        context.Set(Result, context.WorkflowInput.GetValueOrDefault(PayloadKey));
        context.Complete();
    }
}
