using Kaohe.Activities.Effects;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Workbench;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Rectifications;

/// <summary>整改 and 诫勉谈话.</summary>
public sealed class RectificationsFeature : ServerFeature
{
    /// <inheritdoc/>
    public override IEnumerable<NavigationEntry> Navigation =>
        [new(NavigationArea.Rectification, "整改", "/rectifications", 0, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Team, RoleCodes.Unit)];

    /// <inheritdoc/>
    public override IEnumerable<WorkbenchWidget> Widgets => [WorkbenchWidget.Of<RectificationsWidget>(35, WidgetPlace.Side, RoleCodes.Office, RoleCodes.Leader, RoleCodes.Unit)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RectificationService>();
        services.AddSingleton<AdmonitionService>();
        services.AddEffectHandler<RecordRectificationHandler>(KaoheEffects.RecordRectification);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => RectificationApi.Map(endpoints);
}
