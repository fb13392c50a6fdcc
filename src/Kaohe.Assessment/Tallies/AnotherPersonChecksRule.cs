namespace Kaohe.Assessment.Tallies;

/// <summary>Two people stand behind a tally: the one who confirms is not the one who entered it.</summary>
/// <param name="enteredBy">计票人.</param>
/// <param name="checkedBy">监票人.</param>
public sealed class AnotherPersonChecksRule(string enteredBy, string checkedBy) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节五 民主测评：计票汇总表由两人核对";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (enteredBy == checkedBy)
        {
            yield return new Problem("checkedBy", "计票和核对必须由两个人完成，请另一位工作人员核对。");
        }
    }
}
