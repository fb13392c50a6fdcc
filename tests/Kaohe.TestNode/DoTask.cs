using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.Workflows.Activities.Events;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.TestNode;

/// <summary>An application that does every task at once: the report is an effect of its own, asked for in the transaction that took the task.</summary>
internal sealed class DoTask(OutboxWriter outbox) : IRunTaskHandler
{
    public Task HandleAsync(RunTaskEffect task, EffectContext context, CancellationToken cancellationToken) => outbox.EnqueueAsync(
        context.Db,
        new OutboxRequest
        {
            Key = $"{task.TaskId}-done",
            Kind = RuntimeEffectKinds.Resume,
            WorkflowInstanceId = context.Effect.WorkflowInstanceId,
            Payload = new ResumeEffect(context.Effect.WorkflowInstanceId!, task.BookmarkId, new Dictionary<string, object?> { [RunTask.InputKey] = "done" }),
        },
        cancellationToken);
}
