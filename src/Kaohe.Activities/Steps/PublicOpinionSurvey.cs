using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>民意调查, step 7, beside 4–6: the office opens a survey with sample and window, people answer by QR code or link, the count is confirmed by another person.</summary>
[Activity("Kaohe.PublicOpinionSurvey", DisplayName = "民意调查", Category = Category, Kind = ActivityKind.Task,
    Description = "考核办设计样本并开放调查，期满汇总，另一人复核，出调查报告。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class PublicOpinionSurvey : StepActivity
{
    /// <summary>How long people may answer.</summary>
    [Input(DisplayName = "调查期", Description = "从调查方案确定后起算。", DefaultValue = "10天")]
    public Input<string> Window { get; } = new("10天");

    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Office.Code, "15个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items => field ??=
    [
        Task("plan", TaskKinds.SurveyPlan, "制定民意调查方案").Within("2个工作日")
            .Saying("确定每个单位的样本量、调查方式和问卷，生成二维码和链接。"),
        Document("questionnaire", "民意调查问卷", "民意调查问卷").Kept(Role.Team.Code),
        Period("window", "调查期", Window),
        Task("tally", TaskKinds.SurveyTally, "汇总民意调查结果")
            .Saying("调查期满后录入各单位回收数、有效数和各档票数。"),
        Task("confirmation", TaskKinds.TallyConfirmation, "复核民意调查汇总").Following("tally").Decides().MaySendBackTo("tally")
            .Saying("由录入人以外的人员复核；不一致的写明差异退回。"),
        Document("report", "民意调查报告", "年度目标责任考核民意调查报告").AsMain().Kept(Role.Team.Code)
            .Fill("主送机关", "市年度目标责任考核领导组").Fill("开始日期", PlanField.Start).Fill("结束日期", PlanField.Deadline),
    ];
}
