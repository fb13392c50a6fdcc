namespace Kaohe.Assessment.Scoring;

/// <summary>The 联席会议 confirms the scores that the 得分汇总表 before it shows: while it has them they are not computed anew beside it. It sends them back when something is wrong.</summary>
/// <param name="lieBeforeTheMeeting">Whether the 联席会议 has been given the scores and has not decided.</param>
public sealed class ScoresAtTheMeetingStandRule(bool lieBeforeTheMeeting) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：严格考核程序，执行标准不降低，遵守程序不变通";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (lieBeforeTheMeeting)
        {
            yield return new Problem("year", "得分汇总表已提交联席会议，得分现在不能重新计算。数据有误的，请在“联席会议确认得分和排名”任务中写明理由退回，退回以后会重新计算、重新出表。");
        }
    }
}
