using Kaohe.Activities.Effects;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Reads what blocks are given.</summary>
internal static class BlockText
{
    public static string Or(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value.Trim();

    /// <summary>The audience; when none is given the unit of the flow, and in a flow about no unit: once.</summary>
    /// <exception cref="WorkflowException">It cannot be read.</exception>
    public static AudienceSpec AudienceOf(ActivityExecutionContext context, object? value, string what)
    {
        if (value is null or "")
        {
            return FlowInputs.UnitOf(context) is { Length: > 0 } unitId ? AudienceSpec.OfUnit(unitId) : AudienceSpec.Once;
        }

        return AudienceSpec.Read(value) ?? throw new WorkflowException($"“{what}”的对象看不懂，请选择全部、县市区、市直部门、考核组、考核办，或列出单位编号。");
    }

    /// <summary>A document that a block needs.</summary>
    /// <exception cref="WorkflowException">None is given.</exception>
    public static string DocumentOf(string? documentId, string what) =>
        string.IsNullOrWhiteSpace(documentId) ? throw new WorkflowException($"“{what}”没有公文编号，请把起草公文的输出接到这里。") : documentId.Trim();
}
