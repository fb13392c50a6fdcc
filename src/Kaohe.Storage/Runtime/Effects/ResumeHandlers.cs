using Kaohe.Storage.Outbox;
using Kaohe.Storage.Telemetry;
using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Storage.Runtime.Effects;

/// <summary>Resumes a bookmark that a stimulus has matched.</summary>
internal sealed class ResumeHandler(BurstRunner runner, BurstWriter writer, KaoheTelemetry telemetry) : BurstEffectHandler(writer, telemetry)
{
    protected override Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var resume = effect.Payload<ResumeEffect>();
        return runner.ContinueAsync(resume.InstanceId, new ResumeBookmark { BookmarkId = resume.BookmarkId, Input = resume.Input }, cancellationToken);
    }
}

/// <summary>Corrects what a finished activity had put out.</summary>
internal sealed class ReviseHandler(BurstRunner runner, BurstWriter writer, KaoheTelemetry telemetry) : BurstEffectHandler(writer, telemetry)
{
    protected override Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var revise = effect.Payload<ReviseEffect>();
        return runner.ContinueAsync(revise.InstanceId, new ReviseOutputs(revise.NodeId, revise.Values), cancellationToken);
    }
}

/// <summary>Tells a parent that its child has finished, if it waits for it.</summary>
internal sealed class ResumeParentHandler(BurstRunner runner, BurstWriter writer, KaoheTelemetry telemetry) : BurstEffectHandler(writer, telemetry)
{
    protected override Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var finished = effect.Payload<ResumeParentEffect>();
        return runner.ContinueAsync(
            finished.ParentInstanceId,
            parent => ChildFinished.FindWaiting(parent, finished.ChildInstanceId) is { } bookmark
                ? new ResumeBookmark { BookmarkId = bookmark.Id, Input = ChildFinished.Input(finished) }
                : null,
            cancellationToken);
    }
}

/// <summary>Cancels the child of a cancelled instance, and has its own children cancelled.</summary>
internal sealed class CancelHandler(BurstRunner runner, BurstWriter writer, StimulusDelivery stimuli, KaoheTelemetry telemetry) : BurstEffectHandler(writer, telemetry)
{
    protected override Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var cancel = effect.Payload<CancelEffect>();
        return runner.ContinueAsync(cancel.InstanceId, new CancelWorkflow(cancel.Reason), cancellationToken);
    }

    protected override Task AlsoAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var cancel = context.Effect.Payload<CancelEffect>();
        return stimuli.CancelChildrenAsync(context.Db, cancel.InstanceId, cancel.Reason, cancellationToken);
    }
}
