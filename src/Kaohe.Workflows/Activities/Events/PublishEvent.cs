using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Workflows.Activities.Events;

/// <summary>Publishes an event; who waits for it is resumed after this burst is committed.</summary>
[Activity("Elsa.PublishEvent", DisplayName = "发布事件", Category = "时间与事件", Description = "发布一个事件，等待它的流程会继续。")]
public sealed class PublishEvent : Activity
{
    /// <summary>Name of the event.</summary>
    [Input(DisplayName = "事件名称")]
    public Input<string> EventName { get; } = new();

    /// <summary>Only instances with this correlation id.</summary>
    [Input(DisplayName = "关联编号", Description = "只通知关联编号相同的流程；不填则通知全部。")]
    public Input<string> CorrelationId { get; } = new();

    /// <summary>Only this instance.</summary>
    [Input(DisplayName = "仅限本流程", UIHint = UIHints.Checkbox)]
    public Input<bool> IsLocalEvent { get; } = new();

    /// <summary>What it carries.</summary>
    [Input(DisplayName = "事件内容", UIHint = UIHints.MultiLine)]
    public Input<object> Payload { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(EventName) ?? throw new WorkflowException("没有指定要发布的事件名称。");
        var correlation = context.Get(CorrelationId);
        context.Emit(EffectKinds.PublishEvent, new PublishEventEffect(
            name,
            string.IsNullOrWhiteSpace(correlation) ? null : correlation,
            context.Get(IsLocalEvent) ? context.WorkflowInstanceId : null,
            Values.PlainValue.From(context.Get(Payload))));
        context.Complete();
    }
}
