using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Counts from a start to an end.</summary>
[Activity("Elsa.For", DisplayName = "计数循环", Description = "从起始数数到结束数，每一步执行一次循环体。")]
public sealed class For : Loop
{
    private const string CurrentStep = "CurrentStep";

    /// <summary>First number.</summary>
    [Input(DisplayName = "起始")]
    public Input<int> Start { get; } = new(0);

    /// <summary>Last number.</summary>
    [Input(DisplayName = "结束")]
    public Input<int> End { get; } = new(0);

    /// <summary>Step; negative counts down.</summary>
    [Input(DisplayName = "步长", Description = "填负数则往下数。")]
    public Input<int> Step { get; } = new(1);

    /// <summary>Whether the last number itself is run.</summary>
    [Input(DisplayName = "包含结束数", UIHint = UIHints.Checkbox, DefaultValue = true)]
    public Input<bool> OuterBoundInclusive { get; } = new(true);

    /// <summary>The number of the current step.</summary>
    [Output(DisplayName = "当前数")]
    public Output<object> CurrentValue { get; } = new();

    /// <inheritdoc/>
    protected override void Iterate(ActivityExecutionContext context)
    {
        var step = context.Get(Step);
        var previous = context.GetProperty<long?>(CurrentStep);
        var current = previous is null ? context.Get(Start) : previous.Value + step;
        if (context.IsBreaking || !IsInside(current, context.Get(End), step >= 0, context.Get(OuterBoundInclusive)))
        {
            context.Complete();
            return;
        }

        context.Schedule(Body, dynamicVariables: new Dictionary<string, object?> { ["CurrentValue"] = (int)current });
        context.SetProperty(CurrentStep, current);
        context.Set(CurrentValue, (int)current);
    }

    private static bool IsInside(long current, long end, bool up, bool inclusive) =>
        (inclusive && current == end) || (up ? current < end : current > end);
}
