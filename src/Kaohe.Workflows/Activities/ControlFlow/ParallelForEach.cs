using System.Globalization;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs its body for all items beside each other.</summary>
[Activity("Elsa.ParallelForEach", DisplayName = "逐项并行", Description = "对列表里的每一项同时执行循环体，全部完成后继续。")]
public sealed class ParallelForEach : Activity
{
    private const string Left = "Left";

    /// <summary>The items.</summary>
    [Input(DisplayName = "列表", DefaultSyntax = "JavaScript")]
    public Input<object> Items { get; } = new();

    /// <summary>What is run for each item.</summary>
    [Port(DisplayName = "循环体")]
    public Activity? Body { get; set; }

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var items = ItemSource.From(context.Get(Items));
        if (items.Count == 0 || Body is null)
        {
            context.Complete();
            return;
        }

        context.SetProperty(Left, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            context.Schedule(Body, i.ToString(CultureInfo.InvariantCulture), new Dictionary<string, object?> { ["CurrentValue"] = items[i], ["CurrentIndex"] = i });
        }
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        var left = context.GetProperty<int>(Left) - 1;
        context.SetProperty(Left, left);
        if (left <= 0)
        {
            context.Complete();
        }
    }
}
