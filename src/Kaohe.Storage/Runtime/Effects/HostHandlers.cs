using Kaohe.Storage.Outbox;
using Kaohe.Workflows.Execution.Effects;
using Microsoft.Extensions.Logging;

namespace Kaohe.Storage.Runtime.Effects;

/// <summary>Writes what WriteLine wrote to the log.</summary>
internal sealed class WriteLineHandler(ILogger<WriteLineHandler> logger) : IEffectHandler
{
    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        logger.LogInformation("Workflow {InstanceId} wrote: {Line}", context.Effect.WorkflowInstanceId, context.Effect.Payload<WriteLineEffect>().Text);
        return Task.CompletedTask;
    }
}

/// <summary>Told when a RunTask activity asks the application to do something. Register one to have tasks opened; without one the request is only recorded.</summary>
public interface IRunTaskHandler
{
    /// <summary>Opens the task, in the transaction that marks the request as delivered.</summary>
    Task HandleAsync(RunTaskEffect task, EffectContext context, CancellationToken cancellationToken);
}

/// <summary>Gives RunTask requests to the application.</summary>
internal sealed class RunTaskHandler(IEnumerable<IRunTaskHandler> application) : IEffectHandler
{
    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var task = context.Effect.Payload<RunTaskEffect>();
        foreach (var handler in application)
        {
            await handler.HandleAsync(task, context, cancellationToken);
        }
    }
}
