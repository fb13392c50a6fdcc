using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>
/// 结果评定, step 11. Seed: 领导组“审定考核结果并实施奖惩”. The system proposes grades, the 领导组 decides, giving a reason where it differs; the result is
/// announced and every unit gets its letter.
/// </summary>
[Activity("Kaohe.ResultDetermination", DisplayName = "结果评定", Category = Category, Kind = ActivityKind.Task,
    Description = "提出等次建议，领导组审定，发结果通报和每个单位的结果通知书；领导组不同意的退回重新汇总。")]
[Outcomes("Done|完成", "Overdue|逾期", "Returned|退回")]
public sealed class ResultDetermination : StepActivity
{
    private const string Decided = "grades";

    /// <summary>The decided results: a list with unitId, unitName, groupId, grade, gradeLabel, score, rank, isLast and consequences.</summary>
    [Output(DisplayName = "评定结果")]
    public Output<object> Grades { get; } = new();

    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Office.Code, "15个工作日", LeaderSigns: true, NeedsReceipts: true);

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Proposal("proposal", "提出等次建议"),
        Document("proposal-paper", "等次建议", "年度目标责任考核等次建议").Following("proposal").Kept(),
        Task("check", TaskKinds.GradeProposalCheck, "核对等次建议").Following("proposal").Decides().MaySendBackTo("proposal").Within("3个工作日")
            .Saying("核对分数线、名额和一票否决；名额边界同分的单位列出，供领导组决定。"),
        Task("decision", TaskKinds.GradeDecision, "领导组审定等次").By(Role.Leader.Code).Following("check").Decides().MaySendBackTheStep()
            .Saying("逐个单位审定等次；与建议不一致的写明理由，登记会议纪要。"),
        Plans.Items.Grades(Decided, "登记等次和结果运用").Following("decision"),
        Document("minutes", "会议纪要", "年度目标责任考核等次审定会议纪要").Following(Decided).Kept(),
        Document("bulletin", "结果通报", "关于年度目标责任考核结果的通报").AsMain().Fill("主送机关", PlanField.Audience),
        Letters("letters", "结果通知书", "年度目标责任考核结果通知书"),
    ];

    /// <inheritdoc/>
    protected internal override void ItemFinished(Workflows.Execution.ActivityExecutionContext context, PlanItem item, string key, Carried carried)
    {
        if (item.Code == Decided)
        {
            context.Set(Grades, carried.Data?.GetValueOrDefault("grades"));
        }
    }
}
