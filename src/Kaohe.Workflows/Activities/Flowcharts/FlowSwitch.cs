using System.Text.Json;
using Kaohe.Workflows.Activities.ControlFlow;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Goes the ways of the cases that match.</summary>
[Activity("Elsa.FlowSwitch", DisplayName = "多路判断", Description = "走条件成立的那条路；都不成立时走“其他”。")]
[Outcomes("Default|其他")]
public sealed class FlowSwitch : Activity
{
    /// <summary>The cases; each label is an outcome.</summary>
    [Input(DisplayName = "情况", UIHint = UIHints.FlowSwitchEditor)]
    public IReadOnlyList<SwitchCase> Cases { get; private set; } = [];

    /// <summary>First match or all matches.</summary>
    [Input(DisplayName = "方式", UIHint = UIHints.Dropdown, Options = ["MatchFirst|只走第一个成立的", "MatchAny|走所有成立的"])]
    public Input<SwitchMode> Mode { get; } = new(SwitchMode.MatchFirst);

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader) => Cases = SwitchCase.Load(json, loader, this);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var matching = Cases.Where(c => c.Matches(context)).Select(c => c.Label).ToList();
        context.Complete(matching.Count == 0 ? ["Default"] : context.Get(Mode) == SwitchMode.MatchFirst ? matching[..1] : matching);
    }
}
