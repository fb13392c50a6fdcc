using Kaohe.Activities.Effects;
using Kaohe.Server.Identity;
using Kaohe.Server.Operations.DeadLetters;
using Kaohe.Server.Operations.Flows;
using Kaohe.Server.Operations.Instances;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Search;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Server.Operations;

/// <summary>Keeps the machine: workflow definitions, instances, deliveries that failed. For 考核办 and 管理员.</summary>
public sealed class OperationsFeature : ServerFeature
{
    private static readonly string[] _roles = [RoleCodes.Office, RoleCodes.Administrator];

    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Flows, "流程", "/operations/flows", 10, _roles),
        new(NavigationArea.Flows, "流程实例", "/operations/instances", 20, _roles),
        new(NavigationArea.Flows, "投递失败", "/operations/dead-letters", 30, _roles),
    ];

    /// <inheritdoc />
    public override IEnumerable<WorkbenchWidget> Widgets => [WorkbenchWidget.Of<OperationsWidget>(90, WidgetPlace.Side, _roles)];

    /// <inheritdoc />
    public override IEnumerable<TourStep> Tour =>
        [new(80, "流程出了问题在这里看", "“流程”里有流程的版本、每次运行的经过，以及没有送达的邮件和任务；都可以重试。", "/operations/instances", RoleCodes.Administrator)];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ActivityRegistry(typeof(KaoheEffects).Assembly));
        services.AddSingleton<FlowChecks>();
        services.AddSingleton<FlowDesk>();
        services.AddSingleton<FlowImport>();
        services.AddSingleton<IStartNotice>(provider => provider.GetRequiredService<FlowImport>());
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<FlowImport>());
        services.AddSingleton<InstanceViews>();
        services.AddSingleton<OutboxOverview>();
        services.AddScoped<ISearchSource, FlowSearch>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var operations = endpoints.MapGroup("/api/operations").RequireAuthorization(policy => policy.RequireRole(_roles));
        operations.MapFlows();
        operations.MapInstances();
        operations.MapDeadLetters();
    }
}
