using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>Ends the nearest composite with outcomes.</summary>
[Activity("Elsa.Complete", DisplayName = "完成子流程", Description = "结束所在的子流程或整个流程，并给出结果出口。", IsTerminal = true)]
public sealed class Complete : Activity
{
    /// <summary>An outcome or a list of outcomes.</summary>
    [Input(DisplayName = "结果出口", UIHint = UIHints.OutcomePicker, DefaultSyntax = "Object")]
    public Input<object> Outcomes { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        IReadOnlyList<string> outcomes = context.Get(Outcomes) switch
        {
            string one => [one],
            IEnumerable<object?> many => [.. many.Where(o => o is not null).Select(o => o!.ToString()!)],
            _ => ["Done"],
        };
        context.CompleteComposite(outcomes);
        context.Complete();
    }
}
