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

/// <summary>An act on a tally sheet fits where the sheet stands.</summary>
/// <param name="state">Where it stands.</param>
/// <param name="allowed">Where it may stand.</param>
public sealed class TallyStateRule(TallyState state, params IReadOnlyList<TallyState> allowed) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节五 民主测评：计票汇总表由两人核对";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!allowed.Contains(state))
        {
            yield return new Problem("state", state switch
            {
                TallyState.Confirmed => "计票汇总表已经核对确认，不能再改动。",
                TallyState.Disputed => "计票汇总表已被退回，请先重新录入。",
                _ => "计票汇总表尚待核对。",
            });
        }
    }
}
