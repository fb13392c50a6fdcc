using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>综合评价, step 9: from evidence, ballots, talks, survey and ratings the team drafts its report on each unit; every member signs, a dissent is written down.</summary>
[Activity("Kaohe.ComprehensiveEvaluation", DisplayName = "综合评价", Category = Category, Kind = ActivityKind.Task,
    Description = "考核组逐个单位起草考核报告，全体成员签名，形成考核组报告。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class ComprehensiveEvaluation : StepActivity
{
    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Team.Code, "5个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Task("report", TaskKinds.TeamReport, "起草考核组报告").ForEachUnit()
            .Saying("写明目标任务完成情况、主要成绩、存在问题和综合评价意见。"),
        Task("signature", TaskKinds.TeamReportSignature, "考核组成员签署报告").Following("report").MaySendBackTo("report")
            .Saying("全体成员逐一签署；有不同意见的写明，需要修改的退回。"),
        Document("document", "考核组报告", "年度目标责任考核组报告").AsMain().Following("signature").Kept(Role.Team.Code).Withheld()
            .Fill("主送机关", "市年度目标责任考核领导组办公室"),
    ];
}
