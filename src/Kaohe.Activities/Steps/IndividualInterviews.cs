using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>个别谈话, step 6: the team talks to people one by one. Records are need-to-know and every read of them is logged.</summary>
[Activity("Kaohe.IndividualInterviews", DisplayName = "个别谈话", Category = Category, Kind = ActivityKind.Task,
    Description = "考核组安排并进行个别谈话，谈话记录仅限有关人员查看。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class IndividualInterviews : VisitStep
{
    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Team.Code, "5个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Task("plan", TaskKinds.InterviewPlan, "拟定个别谈话安排").ForEachUnit().Within("2个工作日")
            .Saying("确定谈话对象、时间、地点和谈话人；谈话由两人以上进行。"),
        Document("schedule", "谈话安排", "个别谈话安排").AsMain().Following("plan")
            .Fill("开始日期", PlanField.Start).Fill("结束日期", PlanField.Deadline),
        Task("record", TaskKinds.InterviewRecord, "进行个别谈话并记录").Following("schedule").Confidential()
            .Saying("如实记录谈话内容；记录只对考核组和考核办有权限的人员可见，查看留痕。"),
    ];
}
