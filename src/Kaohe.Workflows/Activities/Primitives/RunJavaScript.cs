using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Expressions.JavaScript;

namespace Kaohe.Workflows.Activities.Primitives;

/// <summary>Runs a script.</summary>
[Activity("Elsa.RunJavaScript", DisplayName = "运行 JavaScript", Description = "运行一段脚本，可给出结果和出口（setOutcome、setOutcomes）。", Kind = ActivityKind.Action)]
public sealed class RunJavaScript : Activity
{
    private PreparedScript? _literal;

    /// <summary>The script's text.</summary>
    [Input(DisplayName = "脚本", UIHint = UIHints.CodeEditor)]
    public Input<string> Script { get; } = new();

    /// <summary>Outcomes that the script may choose.</summary>
    [Input(DisplayName = "可能的出口", UIHint = UIHints.DynamicOutcomes, DefaultSyntax = "Object")]
    public Input<IReadOnlyList<string>> PossibleOutcomes { get; } = new([]);

    /// <summary>The script's value.</summary>
    [Output(DisplayName = "结果")]
    public Output<object> Result { get; } = new();

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader)
    {
        // The usual script is a literal: it is parsed once, and a syntax error is told when the flow is saved.
        if (Script.Expression is Expressions.ConstantExpression constant && constant.Evaluate(null!) is string { Length: > 0 } source)
        {
            try
            {
                _literal = JavaScriptLanguage.Prepare(source);
            }
            catch (FormatException problem)
            {
                loader.Problem($"{loader.Path}.script", problem.Message);
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var source = context.Get(Script);
        if (string.IsNullOrWhiteSpace(source))
        {
            context.Complete();
            return;
        }

        PreparedScript script;
        try
        {
            script = _literal ?? JavaScriptLanguage.Prepare(source);
        }
        catch (FormatException problem)
        {
            throw new WorkflowException(problem.Message, problem);
        }

        context.Set(Result, context.Burst.Scripts.Run(script, context));
        context.Complete(context.TakeScriptOutcomes() ?? []);
    }
}
