using System.Text.Json;
using DotLiquid;
using DotLiquid.Exceptions;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions.Liquid;

/// <summary>Text with Liquid placeholders: <c>{{ Variables.X }}</c>, <c>{{ Input.X }}</c>, <c>{{ CorrelationId }}</c>, <c>{{ WorkflowInstanceId }}</c>.</summary>
internal sealed class LiquidLanguage : IExpressionLanguage
{
    public IReadOnlyList<string> Types { get; } = ["Liquid"];

    public string DisplayName => "Liquid 文本";

    public IExpression Compile(JsonElement value, Type targetType)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();
        try
        {
            var template = Template.Parse(text, SyntaxCompatibility.DotLiquid22);
            template.MakeThreadSafe();
            return new Expression(template);
        }
        catch (SyntaxException problem)
        {
            throw new FormatException($"Liquid 文本有错：{problem.Message}", problem);
        }
    }

    private sealed class Expression(Template template) : IExpression
    {
        public object? Evaluate(ActivityExecutionContext context)
        {
            var names = new Hash
            {
                ["Variables"] = LiquidValues.Of(context.VariableNames().Distinct(StringComparer.Ordinal).Select(n => KeyValuePair.Create(n, context.TryGetVariable(n, out var v) ? v : null))),
                ["Input"] = LiquidValues.Of(context.WorkflowInput),
                ["CorrelationId"] = context.CorrelationId,
                ["WorkflowInstanceId"] = context.WorkflowInstanceId,
                ["WorkflowInstanceName"] = context.WorkflowInstanceName,
                ["WorkflowDefinitionId"] = context.Workflow.Definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = context.Workflow.Definition.Id,
                ["WorkflowDefinitionVersion"] = context.Workflow.Definition.Version,
                ["Now"] = context.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            };
            return template.Render(new RenderParameters(System.Globalization.CultureInfo.InvariantCulture)
            {
                LocalVariables = names,
                ErrorsOutputMode = ErrorsOutputMode.Rethrow,
                MaxIterations = 100_000,
                Timeout = 5_000,
            });
        }
    }
}
