using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;

namespace Kaohe.Assessment.Responsibility;

/// <summary>目标责任书 of a unit for a year, with its 责任分解 down to posts and leaders.</summary>
public sealed record ResponsibilityStatement
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The targets it binds the unit to.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Who answers for which indicator.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>Signature of the head of the unit.</summary>
    public LogEntry? SignedByUnit { get; init; }

    /// <summary>The head of the unit signs.</summary>
    /// <param name="by">Who signs.</param>
    /// <param name="headId">The head.</param>
    /// <param name="leadingBody">Members of the leading body, the head included.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RulesBrokenException">An indicator without a person, a leader without a task, or not the head.</exception>
    public ResponsibilityStatement SignForUnit(string by, string headId, IReadOnlyList<Official> leadingBody, DateTimeOffset at)
    {
        Rule.CheckAll([new EverybodyHasATaskRule(this, leadingBody), new HeadSignsStatementRule(by, headId)]);
        return this with { SignedByUnit = new LogEntry("签订责任书", by, at) };
    }
}

/// <summary>责任分解: an official answers for an indicator.</summary>
/// <param name="IndicatorCode">The 二级指标.</param>
/// <param name="OfficialId">Who.</param>
/// <param name="Duty">The work link or post, in words.</param>
public sealed record Assignment(string IndicatorCode, string OfficialId, string Duty);

/// <summary>Every target has somebody who answers for it, and every member of the leading body answers for something.</summary>
/// <param name="statement">The statement.</param>
/// <param name="leadingBody">The members.</param>
public sealed class EverybodyHasATaskRule(ResponsibilityStatement statement, IReadOnlyList<Official> leadingBody) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）三：落实到每个工作环节和工作岗位，量化到每位领导干部头上，做到人人身上有任务、个个肩上有压力";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
    [
        .. statement.Targets.Where(target => statement.Assignments.All(each => each.IndicatorCode != target.IndicatorCode))
            .Select(target => new Problem($"assignments[{target.IndicatorCode}]", $"指标“{target.IndicatorCode}”没有落实责任人，请分解。")),
        .. leadingBody.Where(official => statement.Assignments.All(each => each.OfficialId != official.Id))
            .Select(official => new Problem($"assignments[{official.Id}]", $"{official.Post}{official.Name}没有分担任务，请分解到人。")),
    ];
}

/// <summary>The 主要负责人 signs for the unit.</summary>
/// <param name="by">Who signs.</param>
/// <param name="headId">The head.</param>
public sealed class HeadSignsStatementRule(string by, string headId) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话一：年度目标责任考核，就是我们的“军令状”";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (by != headId)
        {
            yield return new Problem("signedByUnit", "责任书须由单位主要负责人签字，请转请主要负责人办理。");
        }
    }
}
