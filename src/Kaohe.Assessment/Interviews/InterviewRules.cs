using Kaohe.Assessment.Officials;

namespace Kaohe.Assessment.Interviews;

/// <summary>A talk is held by at least two people.</summary>
/// <param name="interview">The talk.</param>
public sealed class TwoInterviewersRule(Interview interview) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节六 个别谈话；讲话二（二）四：严守工作纪律，规范操作程序";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (interview.InterviewerIds.Distinct().Count() < 2)
        {
            yield return new Problem("interviewerIds", "个别谈话须由两人以上进行，请增加谈话人。");
        }

        if (interview.InterviewerIds.Contains(interview.IntervieweeId))
        {
            yield return new Problem("intervieweeId", "谈话对象不能同时是谈话人，请调整。");
        }
    }
}

/// <summary>Interviewers belong to the team and do not keep away from the unit.</summary>
/// <param name="interview">The talk.</param>
/// <param name="team">The team.</param>
public sealed class InterviewersMayActRule(Interview interview, AssessmentTeam team) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：由市考核办派出专门的考核组进行；方案：回避";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        var allowed = team.MembersFor(interview.UnitId);
        foreach (var interviewer in interview.InterviewerIds.Where(interviewer => !allowed.Contains(interviewer)))
        {
            yield return new Problem($"interviewerIds[{interviewer}]", team.MemberIds.Contains(interviewer)
                ? "该成员对这个单位须回避，请换人。"
                : $"该人员不是{team.Name}成员，请换人。");
        }

        if (!team.UnitIds.Contains(interview.UnitId))
        {
            yield return new Problem("unitId", $"该单位不由{team.Name}考核，请核对。");
        }
    }
}

/// <summary>Only somebody who was there writes the record.</summary>
/// <param name="interview">The talk.</param>
/// <param name="by">Who writes.</param>
public sealed class InterviewerRecordsRule(Interview interview, string by) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节六 个别谈话：谈话记录由谈话人形成并保密";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!interview.InterviewerIds.Contains(by))
        {
            yield return new Problem("by", "谈话记录只能由参加谈话的人员填写。");
        }
    }
}
