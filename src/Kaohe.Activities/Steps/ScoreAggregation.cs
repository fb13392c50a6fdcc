using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>
/// 考核汇总, step 10: the system computes every score with its reasons, the office checks, and the 联席会议 confirms or sends the step back.
/// Seed: 考核办“定期组织召开联席会议”.
/// </summary>
[Activity("Kaohe.ScoreAggregation", DisplayName = "考核汇总", Category = Category, Kind = ActivityKind.Task,
    Description = "计算综合得分和排名，考核办核对，出得分汇总表，联席会议确认；不确认的退回重新评价。")]
[Outcomes("Done|完成", "Overdue|逾期", "Returned|退回")]
public sealed class ScoreAggregation : StepActivity
{
    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Office.Code, "5个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Scores("scores", "计算综合得分和排名"),
        Task("check", TaskKinds.ScoreCheck, "核对得分和排名").Following("scores").Decides().MaySendBackTo("scores").Within("3个工作日")
            .Saying("逐项处理得分表列出的问题；数据更正后退回重新计算，无误后提交联席会议。"),
        Document("counties", "得分汇总表", "县市区得分汇总表").AsMain().Kept().To(new(Effects.AudienceKind.Counties)).Fill("分组", "县市区"),
        Document("departments", "得分汇总表", "市直部门（单位）得分汇总表").Beside().Kept().To(new(Effects.AudienceKind.Departments)).Fill("分组", "市直部门（单位）"),
        Task("meeting", TaskKinds.JointMeeting, "联席会议确认得分和排名").Decides().MaySendBackTheStep()
            .Saying("登记联席会议意见；不确认的写明理由，退回考核组重新评价。"),
    ];
}
