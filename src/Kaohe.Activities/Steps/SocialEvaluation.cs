using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>社会评价, step 8, beside 7: 两代表一委员 and the people a unit serves rate it; the city's leaders give their rating (领导评价) in the same days.</summary>
[Activity("Kaohe.SocialEvaluation", DisplayName = "社会评价", Category = Category, Kind = ActivityKind.Task,
    Description = "组织两代表一委员、服务对象评价和市领导评价，汇总后由另一人复核，生成社会评价汇总表。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class SocialEvaluation : StepActivity
{
    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Office.Code, "15个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Document("form", "社会评价表", "社会评价表").Kept(),
        Task("plan", TaskKinds.SocialRatingPlan, "发放社会评价表").Within("3个工作日")
            .Saying("向党代表、人大代表、政协委员和服务对象发放评价表，登记发放数。"),
        Task("tally", TaskKinds.SocialRatingTally, "汇总社会评价")
            .Saying("分主体录入各单位收回数、有效数和各档票数。"),
        Task("leaders", TaskKinds.LeaderRatingTally, "汇总市领导评价").Beside()
            .Saying("收取市委、市政府领导评价表并录入。"),
        Task("confirmation", TaskKinds.TallyConfirmation, "复核社会评价汇总").Following("tally").Decides().MaySendBackTo("tally")
            .Saying("由录入人以外的人员复核；不一致的写明差异退回。"),
        Task("leaders-confirmation", TaskKinds.TallyConfirmation, "复核市领导评价汇总").Following("leaders").Decides().MaySendBackTo("leaders")
            .Saying("由录入人以外的人员复核；不一致的写明差异退回。"),
        Document("summary", "社会评价汇总表", "社会评价汇总表").AsMain().Kept(),
    ];
}
