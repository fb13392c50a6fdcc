namespace Kaohe.Assessment.Supervision;

/// <summary>A finding is about a unit that the round visits.</summary>
/// <param name="round">The round.</param>
/// <param name="finding">The finding.</param>
public sealed class UnitIsInRoundRule(SupervisionRound round, SupervisionFinding finding) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节一 督查落实";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!round.UnitIds.Contains(finding.UnitId))
        {
            yield return new Problem("unitId", "该单位不在本轮督查范围内，请核对或先列入本轮。");
        }
    }
}

/// <summary>Whatever is behind or not done is described, so that the unit can mend it.</summary>
/// <param name="finding">The finding.</param>
public sealed class ShortfallIsDescribedRule(SupervisionFinding finding) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）二：督促检查目标任务完成情况";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (finding.Counted <= Progress.Behind && string.IsNullOrWhiteSpace(finding.Note))
        {
            yield return new Problem("note", finding.Evidence.Count == 0
                ? "没有佐证材料，按未完成计；请补充材料，或写明情况。"
                : $"结论为“{ProgressNames.Of(finding.Counted)}”，请写明存在的问题。");
        }
    }
}
