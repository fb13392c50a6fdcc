using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs one of two branches.</summary>
[Activity("Elsa.If", DisplayName = "如果", Description = "条件成立时执行一个分支，否则执行另一个。")]
public sealed class If : Activity
{
    /// <summary>The condition.</summary>
    [Input(DisplayName = "条件", Description = "成立与否的表达式。", DefaultSyntax = "JavaScript")]
    public Input<bool> Condition { get; } = new();

    /// <summary>Branch when true.</summary>
    [Port(DisplayName = "成立")]
    public Activity? Then { get; set; }

    /// <summary>Branch when false.</summary>
    [Port(DisplayName = "不成立")]
    public Activity? Else { get; set; }

    /// <summary>The condition's value.</summary>
    [Output(DisplayName = "结果")]
    public Output<bool> Result { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var result = context.Get(Condition);
        context.Set(Result, result);
        context.Schedule(result ? Then : Else);
    }
}
