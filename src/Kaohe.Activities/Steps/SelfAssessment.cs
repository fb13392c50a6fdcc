using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>
/// 自查总结, step 2. The report has four parts (完成情况, 措施, 问题和原因, 下步打算), the head answers for it by signature, and the data departments
/// certify the figures (周口, 富平; seed: 严禁弄虚作假、虚报浮夸).
/// </summary>
[Activity("Kaohe.SelfAssessment", DisplayName = "自查总结", Category = Category, Kind = ActivityKind.Task,
    Description = "发年度考核通知，单位写自查报告，主要负责人签字，数据部门认定完成值。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class SelfAssessment : StepActivity
{
    private const string UsualTime = "10天";

    /// <summary>How long the data departments have after the reports are due.</summary>
    [Input(DisplayName = "数据认定期", Description = "单位自查报告截止（完成期限）后，数据部门认定的时间，例如“10天”；环节到认定期满为止。", DefaultValue = UsualTime, Category = Time, AutoEvaluate = false)]
    public Input<string> CertificationPeriod { get; } = new(UsualTime);

    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Unit.Code, "20个工作日", LeaderSigns: true, NeedsReceipts: true);

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Document("notice", "关于做好年度考核工作的通知", "关于做好年度目标责任考核工作的通知").AsMain()
            .Fill("主送机关", PlanField.Audience).Fill("自查报告期限", PlanField.Deadline).Fill("数据认定期限", PlanField.Afterwards),
        Task("report", TaskKinds.SelfAssessmentReport, "撰写自查报告并填报完成值").ForEachUnit()
            .Saying("写明目标任务完成情况、主要措施、问题和原因、下步打算；完成值逐项填报并附佐证。"),
        Task("signature", TaskKinds.SelfAssessmentSignature, "审签自查报告").Following("report").By(Role.Unit.Code, "head").MaySendBackTo("report").Decides()
            .Saying("请主要负责人核对数据，对真实性负责；不同意的写明意见退回修改。"),
        Document("own-report", "自查报告", "年度目标责任落实情况自查报告").Following("signature").Kept(Role.Team.Code)
            .Fill("主送机关", "市年度目标责任考核领导组办公室"),
        Task("certification", TaskKinds.ReadingCertification, "认定本部门负责的指标数据").ForEachCertifier().By(Role.Unit.Code).Afterwards()
            .Saying("对各单位填报的完成值逐项认定；与统计口径不符的改正并写明原因。"),
        Document("certificate", "数据认定表", "数据认定表").Following("certification").Afterwards().Kept(Role.Team.Code),
    ];

    /// <inheritdoc/>
    protected override string? TimeAfterwardsOf(ActivityExecutionContext context) => context.Get(CertificationPeriod);
}
