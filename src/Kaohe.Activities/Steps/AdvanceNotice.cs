using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>
/// 考核预告, step 3. Three working days before the team arrives a public notice names period, basis, content, team, liaison, telephone and mailbox
/// (文县 2016; seed: the unit “自觉接受群众的评议和监督”).
/// </summary>
[Activity("Kaohe.AdvanceNotice", DisplayName = "考核预告", Category = Category, Kind = ActivityKind.Task,
    Description = "排定进驻时间，领导审签，发布考核预告公告，单位张贴并确认，预告期满后结束。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class AdvanceNotice : StepActivity
{
    private const string Schedule = "schedule";

    /// <summary>How long before the visit the notice is public.</summary>
    [Input(DisplayName = "预告期", Description = "单位全部张贴后，到考核组进驻前至少公告多久。", DefaultValue = "3个工作日")]
    public Input<string> NoticePeriod { get; } = new("3个工作日");

    /// <summary>When each unit is visited, as it was last submitted: a list with unitId, arrives, leaves and meetingAt.</summary>
    [Output(DisplayName = "进驻安排")]
    public Output<object> Visits { get; } = new();

    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Office.Code, "12个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items => field ??=
    [
        Task(Schedule, TaskKinds.VisitSchedule, "排定各考核组进驻时间").Within("2个工作日")
            .Saying("为每个单位确定考核组、进驻和离开日期，公布电话和邮箱。"),
        Task("approval", TaskKinds.SignOff, "审签考核预告和进驻安排").By(Role.Leader.Code).Following(Schedule).Decides().MaySendBackTo(Schedule).Within("4个工作日")
            .Saying("请审定进驻安排；同意后向全部单位发布预告公告。"),
        Document("notice", "考核预告公告", "年度目标责任考核预告").AsMain().ForEachUnit(),
        Task("posting", TaskKinds.NoticePosting, "张贴考核预告并确认").Following("notice").By(Role.Unit.Code).Within("3个工作日")
            .Saying("在本单位显著位置和门户网站公布预告，上传照片或截图后确认。"),
        Period("period", "预告期", NoticePeriod),
    ];

    /// <inheritdoc/>
    protected internal override void ItemFinished(Workflows.Execution.ActivityExecutionContext context, PlanItem item, string key, Carried carried)
    {
        if (item.Code == Schedule)
        {
            context.Set(Visits, carried.Data?.GetValueOrDefault("visits"));
        }
    }
}
