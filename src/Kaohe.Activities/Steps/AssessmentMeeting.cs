using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>考核大会, step 4: the unit convenes its people, its head reports on the year, attendance is counted and minutes are kept.</summary>
[Activity("Kaohe.AssessmentMeeting", DisplayName = "考核大会", Category = Category, Kind = ActivityKind.Task,
    Description = "发会议通知，单位召开考核大会，主要负责人述职，签到并留存会议记录，考核组核实。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class AssessmentMeeting : VisitStep
{
    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Unit.Code, "5个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Document("notice", "考核大会通知", "关于召开年度目标责任考核大会的通知").AsMain().ForEachUnit(),
        Document("sign-in", "考核大会签到表", "考核大会议程和签到表").Beside().ForEachUnit().Kept(Role.Team.Code),
        Task("meeting", TaskKinds.MeetingRecord, "召开考核大会并报送会议记录").Following("notice")
            .Saying("按议程述职，核对到会人数，上传签到表和会议记录。"),
        Task("check", TaskKinds.MeetingCheck, "核实考核大会情况").Following("meeting").By(Role.Team.Code).Decides().MaySendBackTo("meeting")
            .Saying("核对应到、实到人数和述职情况；到会不足的退回，要求重新召开。"),
    ];
}
