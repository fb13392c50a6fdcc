using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs the branches of the cases that match.</summary>
[Activity("Elsa.Switch", DisplayName = "分情况", Description = "执行条件成立的分支；都不成立时执行“其他”。")]
public sealed class Switch : Activity
{
    private const string Pending = "Pending";

    /// <summary>The cases.</summary>
    [Input(DisplayName = "情况", UIHint = UIHints.SwitchEditor)]
    public IReadOnlyList<SwitchCase> Cases { get; private set; } = [];

    /// <summary>First match or all matches.</summary>
    [Input(DisplayName = "方式", UIHint = UIHints.Dropdown, Options = ["MatchFirst|只执行第一个成立的", "MatchAny|执行所有成立的"])]
    public Input<SwitchMode> Mode { get; } = new(SwitchMode.MatchFirst);

    /// <summary>Branch when no case matches.</summary>
    [Port(DisplayName = "其他")]
    public Activity? Default { get; set; }

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader) => Cases = SwitchCase.Load(json, loader, this);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var matching = Cases.Where(c => c.Matches(context)).ToList();
        var chosen = context.Get(Mode) == SwitchMode.MatchFirst ? matching.Take(1) : matching;
        List<Activity> bodies = matching.Count > 0 ? [.. chosen.Select(c => c.Body).OfType<Activity>()] : Default is null ? [] : [Default];
        context.SetProperty(Pending, bodies.Count);
        foreach (var body in bodies)
        {
            context.Schedule(body);
        }

        if (bodies.Count == 0)
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        var left = context.GetProperty<int>(Pending) - 1;
        context.SetProperty(Pending, left);
        if (left <= 0)
        {
            context.Complete();
        }
    }
}
