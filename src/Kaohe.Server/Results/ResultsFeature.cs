using Kaohe.Activities.Effects;
using Kaohe.Server.Identity;
using Kaohe.Server.Results.Effects;
using Kaohe.Server.Results.Entries;
using Kaohe.Server.Results.Grades;
using Kaohe.Server.Results.Persons;
using Kaohe.Server.Results.Scores;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Results;

/// <summary>Scores, grades and what follows from them.</summary>
public sealed class ResultsFeature : ServerFeature
{
    /// <inheritdoc/>
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Results, "得分", "/scores", 0, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Team, RoleCodes.Unit),
        new(NavigationArea.Results, "计票汇总", "/tallies", 1, RoleCodes.Office, RoleCodes.Team),
        new(NavigationArea.Results, "票数不足", "/floors", 2, RoleCodes.Office, RoleCodes.Leader),
        new(NavigationArea.Results, "加减分和否决", "/entries", 3, RoleCodes.Office, RoleCodes.Leader),
        new(NavigationArea.Results, "等次评定", "/grades", 4, RoleCodes.Office, RoleCodes.Leader),
        new(NavigationArea.Results, "干部等次", "/person-grades", 5, RoleCodes.Office, RoleCodes.Leader),
        new(NavigationArea.Results, "结果运用", "/consequences", 6, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Team, RoleCodes.Unit),
    ];

    /// <inheritdoc/>
    public override IEnumerable<TourStep> Tour =>
    [
        new(50, "得分、等次和整改", "每个分数都能点开看怎样得来；评为一般或差的单位走到整改哪一步、还剩几天，在“整改”栏目。", "/scores", RoleCodes.Office, RoleCodes.Leader),
        new(51, "本单位的结果", "等次审定以后，本单位的得分、等次和每一分的来由在这里看。", "/scores", RoleCodes.Unit),
        new(52, "计票汇总", "进驻单位的计票在这里核对；督查记录、谈话记录和考核组报告在任务里写。", "/tallies", RoleCodes.Team),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EntryService>();
        services.AddSingleton<ScoreService>();
        services.AddSingleton<GradeService>();
        services.AddSingleton<PersonGradeService>();
        services.AddEffectHandler<ComputeScoresHandler>(KaoheEffects.ComputeScores);
        services.AddEffectHandler<ProposeGradesHandler>(KaoheEffects.ProposeGrades);
        services.AddEffectHandler<ApplyGradesHandler>(KaoheEffects.ApplyGrades);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => ResultApi.Map(endpoints);
}
