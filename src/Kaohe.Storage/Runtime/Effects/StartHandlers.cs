using Kaohe.Storage.Outbox;
using Kaohe.Storage.Telemetry;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Storage.Runtime.Effects;

/// <summary>Starts an instance that a stimulus asked for.</summary>
internal sealed class StartHandler(BurstRunner runner, DefinitionCatalog catalog, BurstWriter writer, KaoheTelemetry telemetry) : BurstEffectHandler(writer, telemetry)
{
    protected override async Task<bool> MayAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var start = context.Effect.Payload<StartEffect>();
        return catalog.FindVersion(start.VersionId) is { } workflow
            && await ActivationRule.AllowsAsync(context.Db, workflow.Definition, start.CorrelationId, cancellationToken);
    }

    protected override Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var start = effect.Payload<StartEffect>();
        return Task.FromResult(runner.Start(definitionId: null, start.VersionId, new StartWorkflow
        {
            InstanceId = start.InstanceId, Input = start.Input, CorrelationId = start.CorrelationId, TriggerActivityId = start.TriggerActivityId,
        }));
    }
}

/// <summary>Starts the child that DispatchWorkflow asked for.</summary>
internal sealed class DispatchHandler(BurstRunner runner, BurstWriter writer, KaoheTelemetry telemetry) : BurstEffectHandler(writer, telemetry)
{
    protected override Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var dispatch = effect.Payload<DispatchWorkflowEffect>();
        var burst = runner.Start(dispatch.DefinitionId, versionId: null, new StartWorkflow
        {
            InstanceId = dispatch.ChildInstanceId, Input = dispatch.Input, CorrelationId = dispatch.CorrelationId, ParentInstanceId = dispatch.ParentInstanceId,
        });
        return burst is null
            ? throw new InvalidOperationException($"没有已发布的流程“{dispatch.DefinitionId}”。发布后可重新投递。")
            : Task.FromResult<PreparedBurst?>(burst);
    }
}
