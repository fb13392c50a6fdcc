namespace Kaohe.Activities;

/// <summary>Chinese names of the task kinds, for lists, pages and the designer.</summary>
public static class TaskKindNames
{
    /// <summary>Every kind with its name, in the order of the year.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(TaskKinds.General, "一般任务"),
        new(TaskKinds.Approval, "审批"),
        new(TaskKinds.SignOff, "签发"),
        new(TaskKinds.Receipt, "签收"),
        new(TaskKinds.DocumentRevision, "修改公文"),
        new(TaskKinds.MissingReasons, "说明未完成原因"),
        new(TaskKinds.SupervisionPlan, "督查计划"),
        new(TaskKinds.EvidenceFiling, "报送佐证"),
        new(TaskKinds.SupervisionFinding, "督查记录"),
        new(TaskKinds.SelfAssessmentReport, "自查报告"),
        new(TaskKinds.SelfAssessmentSignature, "审签自查报告"),
        new(TaskKinds.ReadingCertification, "数据认定"),
        new(TaskKinds.VisitSchedule, "进驻安排"),
        new(TaskKinds.NoticePosting, "张贴预告"),
        new(TaskKinds.MeetingRecord, "考核大会记录"),
        new(TaskKinds.MeetingCheck, "核实考核大会"),
        new(TaskKinds.BallotTally, "民主测评计票"),
        new(TaskKinds.TallyConfirmation, "复核计票"),
        new(TaskKinds.InterviewPlan, "谈话安排"),
        new(TaskKinds.InterviewRecord, "谈话记录"),
        new(TaskKinds.SurveyPlan, "民意调查方案"),
        new(TaskKinds.SurveyTally, "民意调查汇总"),
        new(TaskKinds.SocialRatingPlan, "发放社会评价表"),
        new(TaskKinds.SocialRatingTally, "社会评价汇总"),
        new(TaskKinds.LeaderRatingTally, "领导评价汇总"),
        new(TaskKinds.TeamReport, "考核组报告"),
        new(TaskKinds.TeamReportSignature, "签署考核组报告"),
        new(TaskKinds.ScoreCheck, "核对得分"),
        new(TaskKinds.JointMeeting, "联席会议确认"),
        new(TaskKinds.GradeProposalCheck, "核对等次建议"),
        new(TaskKinds.GradeDecision, "审定等次"),
        new(TaskKinds.RectificationReport, "整改报告"),
        new(TaskKinds.RectificationReview, "审核整改报告"),
        new(TaskKinds.RectificationApproval, "批准整改报告"),
        new(TaskKinds.RectificationCompletion, "整改完成情况"),
        new(TaskKinds.RectificationRecheck, "整改复查"),
        new(TaskKinds.RectificationClosing, "整改销号"),
        new(TaskKinds.AdmonitionArrangement, "安排诫勉谈话"),
        new(TaskKinds.Admonition, "诫勉谈话"),
        new(TaskKinds.IndicatorProposal, "指标建议"),
        new(TaskKinds.IndicatorCollation, "汇总指标建议"),
        new(TaskKinds.IndicatorApproval, "审定指标"),
        new(TaskKinds.ResponsibilitySigning, "签订责任书"),
    ];

    /// <summary>The name of a kind; the code itself when it is none of ours.</summary>
    public static string Of(string kind) => All.FirstOrDefault(pair => pair.Key == kind) is { Value: { } name } ? name : kind;
}
