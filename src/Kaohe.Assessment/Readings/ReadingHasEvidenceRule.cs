namespace Kaohe.Assessment.Readings;

/// <summary>What evidence cannot show counts as not done.</summary>
/// <param name="reading">The reading.</param>
public sealed class ReadingHasEvidenceRule(Reading reading) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：没有佐证材料的按未完成计（澄城2013年做法）";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (reading.Evidence.Count == 0)
        {
            yield return new Problem("evidence", "完成值没有佐证材料，按未完成计。");
        }
    }
}
