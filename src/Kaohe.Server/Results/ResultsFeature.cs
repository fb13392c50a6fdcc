using Kaohe.Activities.Effects;
using Kaohe.Server.Identity;
using Kaohe.Server.Results.Effects;
using Kaohe.Server.Results.Entries;
using Kaohe.Server.Results.Grades;
using Kaohe.Server.Results.Scores;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Results;

/// <summary>Scores, grades and what follows from them.</summary>
public sealed class ResultsFeature : ServerFeature
{
    /// <inheritdoc/>
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Results, "得分", "/scores", 0, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Team, RoleCodes.Unit),
        new(NavigationArea.Results, "等次评定", "/grades", 1, RoleCodes.Office, RoleCodes.Leader),
        new(NavigationArea.Results, "结果运用", "/consequences", 2, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Team, RoleCodes.Unit),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EntryService>();
        services.AddSingleton<ScoreService>();
        services.AddSingleton<GradeService>();
        services.AddEffectHandler<ComputeScoresHandler>(KaoheEffects.ComputeScores);
        services.AddEffectHandler<ProposeGradesHandler>(KaoheEffects.ProposeGrades);
        services.AddEffectHandler<ApplyGradesHandler>(KaoheEffects.ApplyGrades);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => ResultApi.Map(endpoints);
}
