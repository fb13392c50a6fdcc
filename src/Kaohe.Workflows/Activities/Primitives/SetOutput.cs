using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Primitives;

/// <summary>Sets an output of the sub-workflow it stands in, or of the workflow.</summary>
[Activity("Elsa.SetOutput", DisplayName = "设置输出", Description = "给流程的一个输出赋值。")]
public sealed class SetOutput : Activity
{
    /// <summary>Name of the output.</summary>
    [Input(DisplayName = "输出", UIHint = UIHints.OutputPicker)]
    public Input<string> OutputName { get; } = new();

    /// <summary>The value.</summary>
    [Input(DisplayName = "值")]
    public Input<object> OutputValue { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(OutputName) ?? throw new WorkflowException("没有指定输出的名称。");
        var value = Values.PlainValue.From(context.Get(OutputValue));
        if (NearestComposite(context) is { } composite && composite.Definition.Outputs.Any(o => o.Name == name))
        {
            context.SetVariable(name, value);
        }
        else
        {
            context.WorkflowOutput[name] = value;
        }

        context.Complete();
    }

    private static DefinitionActivity? NearestComposite(ActivityExecutionContext context)
    {
        for (var at = context.Owner; at is not null; at = at.Owner)
        {
            if (at.Activity is DefinitionActivity composite)
            {
                return composite;
            }
        }

        return null;
    }
}
