using Kaohe.Assessment;
using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Rectifications;

/// <summary>A 整改 that a flow runs is moved by the flow's tasks, so that flow and record never disagree.</summary>
/// <param name="instanceId">The flow; null when none runs it.</param>
public sealed class FlowMovesItRule(string? instanceId) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：遵守程序不变通";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (instanceId is not null)
        {
            yield return new Problem("", "这项整改由流程办理，请在“任务”里完成相应的任务。");
        }
    }
}

/// <summary>A unit has one 整改 a year.</summary>
/// <param name="unitName">The unit's short name.</param>
/// <param name="exists">Whether there is one.</param>
public sealed class OneRectificationAYearRule(string unitName, bool exists) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（三）一：写出书面报告，分析原因，提出限期整改意见";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (exists)
        {
            yield return new Problem("unitId", $"{unitName}本年度已经发过整改通知，不再重复。");
        }
    }
}

/// <summary>Every measure has a person of the unit who answers for it.</summary>
/// <param name="report">The report; null when none is handed in.</param>
/// <param name="people">Ids of the unit's people in office.</param>
public sealed class ResponsibleIsOfUnitRule(RectificationReport? report, IReadOnlySet<string> people) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：人人身上有任务";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => (report?.Measures ?? [])
        .Select((measure, index) => (measure.ResponsibleId, Index: index))
        .Where(each => !string.IsNullOrWhiteSpace(each.ResponsibleId) && !people.Contains(each.ResponsibleId))
        .Select(each => new Problem(
            $"measures[{each.Index}].responsibleId", $"第 {each.Index + 1} 项措施的责任人“{each.ResponsibleId}”不是本单位在职人员，请从名单中选择。"));
}
