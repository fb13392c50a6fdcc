using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>How a join treats its inbound paths.</summary>
public enum FlowJoinMode
{
    /// <summary>Goes on with the first path and cancels the others.</summary>
    WaitAny,

    /// <summary>Goes on when every path has arrived; is skipped when one of them never will.</summary>
    WaitAll,

    /// <summary>Goes on when every path that was taken has arrived.</summary>
    WaitAllActive,
}

/// <summary>Brings paths of a flowchart together.</summary>
[Activity("Elsa.FlowJoin", DisplayName = "汇合", Description = "把几条路径合成一条。")]
public sealed class FlowJoin : Activity
{
    /// <summary>The mode.</summary>
    [Input(DisplayName = "方式", UIHint = UIHints.Dropdown, DefaultValue = "WaitAny",
        Options = ["WaitAny|任一路径到达即继续，取消其余", "WaitAll|所有路径都到达才继续", "WaitAllActive|已走的路径都到达才继续"])]
    public Input<FlowJoinMode> Mode { get; } = new(FlowJoinMode.WaitAny);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        // Elsa cancels once more here, in every mode: a path may have gone on between the decision and the run.
        if (context.Owner?.Scratch is FlowWalk walk)
        {
            walk.CancelAncestors(this);
        }

        context.Complete();
    }

    internal FlowJoinMode ModeFor(ActivityExecutionContext flowchart) => flowchart.Evaluate(Mode);
}
