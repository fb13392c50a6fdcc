using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs its body for each item, one after another.</summary>
[Activity("Elsa.ForEach", DisplayName = "逐项循环", Description = "对列表里的每一项依次执行循环体。")]
public sealed class ForEach : Loop
{
    private const string CurrentIndex = "CurrentIndex";

    /// <summary>The items; read again before each round.</summary>
    [Input(DisplayName = "列表", DefaultSyntax = "JavaScript")]
    public Input<object> Items { get; } = new();

    /// <summary>The current item.</summary>
    [Output(DisplayName = "当前项")]
    public Output<object> CurrentValue { get; } = new();

    /// <inheritdoc/>
    protected override void Iterate(ActivityExecutionContext context)
    {
        var index = context.GetProperty<int>(CurrentIndex);
        var items = ItemSource.From(context.Evaluate(Items));
        if (context.IsBreaking || index >= items.Count)
        {
            context.Complete();
            return;
        }

        context.Set(CurrentValue, items[index]);
        context.Schedule(Body, dynamicVariables: new Dictionary<string, object?> { ["CurrentIndex"] = index, ["CurrentValue"] = items[index] });
        context.SetProperty(CurrentIndex, index + 1);
    }
}
