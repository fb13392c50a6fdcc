using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Studio.Comparison;
using Kaohe.Server.Studio.Drawing;
using Kaohe.Server.Studio.Migration;
using Kaohe.Server.Studio.Package;
using Kaohe.Server.Studio.Simulation;
using Kaohe.Server.Studio.Work;

namespace Kaohe.Server.Studio;

/// <summary>流程设计: the real Elsa Studio inside the portal's frame, and around it what an office needs before it publishes a flow.</summary>
public sealed class StudioFeature : ServerFeature
{
    /// <summary>Who may look: 考核办, 管理员 and 领导. Who may change something is decided by the endpoints that change it.</summary>
    internal static readonly string[] Readers = [.. DesignerAccess.Viewers];

    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Flows, "流程设计", StudioAddresses.Design, 5, Readers),
        new(NavigationArea.Flows, "运行图", StudioAddresses.Running, 6, Readers),
    ];

    /// <inheritdoc />
    public override IEnumerable<TourStep> Tour =>
        [new(70, "流程在这里画", "“流程设计”里可以看、改、试运行考核流程；改好先检查再发布，正在运行的不受影响。", StudioAddresses.Design, RoleCodes.Office, RoleCodes.Administrator)];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => StudioPackage.Find());
        services.AddSingleton<FlowWords>();
        services.AddSingleton<FlowComparer>();
        services.AddSingleton<FlowSimulator>();
        services.AddSingleton<BatchMigration>();
        services.AddSingleton<NodeWork>();
        services.AddSingleton<YearDiagrams>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var studio = endpoints.MapGroup(StudioAddresses.Base).ForViewers();
        studio.MapStudioDocuments();
        studio.MapStudioFiles();
    }
}
