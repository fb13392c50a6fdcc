using Kaohe.Activities.Plans;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;
using static Kaohe.Activities.Plans.Items;

namespace Kaohe.Activities.Steps;

/// <summary>
/// 民主测评, step 5. Ballots are cast secretly and counted on the spot; one person enters the tally and another confirms it. A kind below its floor is
/// shown to nobody (scheme: 最低有效票).
/// </summary>
[Activity("Kaohe.DemocraticEvaluation", DisplayName = "民主测评", Category = Category, Kind = ActivityKind.Task,
    Description = "考核组组织无记名测评并计票，另一人复核确认，生成计票汇总表。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class DemocraticEvaluation : VisitStep
{
    /// <inheritdoc/>
    public override StepDefaults Defaults { get; } = new(Role.Team.Code, "3个工作日");

    /// <inheritdoc/>
    public override IReadOnlyList<PlanItem> Items { get; } =
    [
        Document("ballot", "民主测评票", "领导班子民主测评票").Kept(Role.Team.Code),
        Task("tally", TaskKinds.BallotTally, "组织民主测评并计票").ForEachUnit()
            .Saying("按测评主体分发测评票，当场收回计票；收回数、有效数与各档票数必须相符。"),
        Task("confirmation", TaskKinds.TallyConfirmation, "复核民主测评计票").Following("tally").Decides().MaySendBackTo("tally")
            .Saying("由计票人以外的监票人重新清点；不一致的写明差异退回。"),
        Document("sheet", "计票汇总表", "民主测评计票汇总表").AsMain().Following("confirmation"),
    ];
}
