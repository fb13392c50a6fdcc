using System.Globalization;
using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>
/// 督查落实, step 1. Seed: 考核办“督促检查目标任务完成情况”. What evidence cannot show counts as not done (澄城 2013). Held in rounds, quarterly as a rule.
/// </summary>
[Activity("Kaohe.Supervision", DisplayName = "督查落实", Category = Category, Kind = ActivityKind.Task,
    Description = "制定督查计划，发督查通知，单位报送佐证，督查组核实并记录，发督查通报。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class Supervision : StepActivity
{
    private const int Quarterly = 4;

    /// <summary>How often a year.</summary>
    [Input(DisplayName = "督查轮次", Description = "全年分几轮督查，每轮在该期最后一个月的第一个工作日开始，期限从该轮开始起算；年中启动的只办余下的各轮，只余最后一轮的随环节开始。不填按考核方案（一般每季度一轮）。",
        UIHint = UIHints.Dropdown, Options = ["|按考核方案", "1|全年一轮", "2|半年一轮", "3|四个月一轮", "4|每季度一轮", "6|两个月一轮", "12|每月一轮"], Category = Time)]
    public Input<string> Rounds { get; } = new();

    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Team.Code, "20个工作日", LeaderSigns: true, NeedsReceipts: true);

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Task("plan", TaskKinds.SupervisionPlan, "制定督查计划并安排督查组").By(Role.Office.Code).Within("3个工作日")
            .Saying("确定督查期间、范围和方式，把单位分给各督查组，注意回避。"),
        Document("notice", "督查通知", "关于开展年度目标责任落实情况督查的通知").AsMain()
            .Fill("督查期间", PlanField.Period).Fill("主送机关", PlanField.Audience).Fill("开始日期", PlanField.Start).Fill("结束日期", PlanField.Deadline)
            .Fill("材料报送期限", PlanField.Deadline).Fill("报告期限", PlanField.Deadline),
        Task("evidence", TaskKinds.EvidenceFiling, "报送指标完成情况的佐证材料").ForEachUnit().By(Role.Unit.Code)
            .Saying("逐项指标填写累计完成值并上传佐证；没有佐证的按未完成认定。"),
        Task("finding", TaskKinds.SupervisionFinding, "核实佐证并记录督查情况").Following("evidence").MaySendBackTo("evidence")
            .Saying("对照佐证逐项认定，记录问题；材料不全的退回单位补充。"),
        Document("record", "督查记录表", "督查记录表").Following("finding").Fill("督查期间", PlanField.Period),
        Document("bulletin", "督查通报", "关于年度目标责任落实情况的督查通报").Signed()
            .Fill("督查期间", PlanField.Period).Fill("主送机关", PlanField.Audience).Fill("开始日期", PlanField.Start).Fill("结束日期", PlanField.Deadline).Fill("整改期限", PlanField.Deadline),
    ];
    /// <inheritdoc/>
    protected override PlanRounds RoundsOf(ActivityExecutionContext context, int year, DateOnly today)
    {
        var set = context.Get(Rounds);
        if (string.IsNullOrWhiteSpace(set))
        {
            return PlanRounds.From(year, FlowInputs.NumberOf(context, FlowInputs.SupervisionRounds) ?? Quarterly, today);
        }

        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= PlanRounds.Most
            ? PlanRounds.From(year, count, today)
            : throw new WorkflowException($"“督查落实”的督查轮次“{set}”不对，应是 1 到 {PlanRounds.Most} 的整数。请在设计器里改正。");
    }
}
