namespace Kaohe.Assessment.Readings;

/// <summary>Only the indicator's own data department certifies its figures.</summary>
/// <param name="certification">The certification.</param>
/// <param name="certifierUnitId">The indicator's data department.</param>
public sealed class OnlyDataDepartmentCertifiesRule(Certification certification, string certifierUnitId) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：每项指标由其数据认定部门认定";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (certification.UnitId != certifierUnitId)
        {
            yield return new Problem("certification.unitId", "只有该指标的数据认定部门可以认定，请转请该部门办理。");
        }
    }
}
