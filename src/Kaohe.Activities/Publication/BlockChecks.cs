using Kaohe.Office.People;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Publication;

/// <summary>What a building block cannot do without: recipients, a document, a unit.</summary>
internal static class BlockChecks
{
    private static readonly Dictionary<string, string> Documents = new(StringComparer.Ordinal)
    {
        ["Kaohe.IssueDocument"] = "document", ["Kaohe.SignOff"] = "documentId", ["Kaohe.CollectReceipts"] = "documentId",
    };

    // What each is for when nothing is chosen is the unit of the flow; a flow that is about none has no unit.
    private static readonly Dictionary<string, string> ForUnit = new(StringComparer.Ordinal) { ["Kaohe.GenerateLetter"] = "audience", ["Kaohe.Rectification"] = "units" };

    public static IEnumerable<DefinitionProblem> Of(ActivityJson activity, WorkflowDefinition definition)
    {
        if (Documents.TryGetValue(activity.Type, out var document))
        {
            if (!activity.Has(document))
            {
                yield return new DefinitionProblem($"{activity.Path}.{document}", $"“{activity.Label}”没有公文编号，不知道办哪一份公文。请接“起草公文”的输出“公文编号”。");
            }
            else if (activity.Literal(document) is { } fixedId)
            {
                yield return new DefinitionProblem(
                    $"{activity.Path}.{document}", $"“{activity.Label}”的公文编号写成了固定的“{fixedId}”，每次运行都是同一份公文。请改接“起草公文”的输出“公文编号”。", IsError: false);
            }
        }

        var hasUnit = definition.Inputs.Any(input => input.Name == FlowInputs.UnitId);
        if (ForUnit.TryGetValue(activity.Type, out var units) && !activity.Has(units) && !hasUnit)
        {
            yield return new DefinitionProblem(
                $"{activity.Path}.{units}", $"“{activity.Label}”没有单位：没有选择对象，流程也没有输入 {FlowInputs.UnitId}。请选择对象，或给流程加上这个输入。");
        }

        if (activity.Type == "Kaohe.GenerateLetter" && activity.Json.TryGetProperty("template", out _) && !activity.Has("template"))
        {
            yield return new DefinitionProblem($"{activity.Path}.template", $"“{activity.Label}”没有公文模板，请选择。");
        }

        if (activity.Type != "Kaohe.SendEmail")
        {
            yield break;
        }

        if (!activity.Has("role") && !activity.Has("addresses"))
        {
            yield return new DefinitionProblem($"{activity.Path}.role", $"“{activity.Label}”没有收件人，邮件发不出去。请选择收件角色，或填写收件邮箱。");
        }
        else if (activity.Literal("role") == Role.Unit.Code && !activity.Has("audience") && !hasUnit)
        {
            yield return new DefinitionProblem(
                $"{activity.Path}.audience", $"“{activity.Label}”没有收件单位：没有选择单位，流程也没有输入 {FlowInputs.UnitId}。请选择收件单位，或给流程加上这个输入。");
        }
    }
}
