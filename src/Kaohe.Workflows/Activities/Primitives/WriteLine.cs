using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Workflows.Activities.Primitives;

/// <summary>Writes a line to the host's log.</summary>
[Activity("Elsa.WriteLine", DisplayName = "输出文本", Description = "把一行文本写入运行日志。")]
public sealed class WriteLine : Activity
{
    /// <summary>The line.</summary>
    [Input(DisplayName = "文本")]
    public Input<string> Text { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.Emit(EffectKinds.WriteLine, new WriteLineEffect(context.Get(Text) ?? ""));
        context.Complete();
    }
}
