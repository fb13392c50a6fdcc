using Kaohe.Server.Cycles.Api;
using Kaohe.Server.Cycles.Components;
using Kaohe.Server.Cycles.Demo;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Server.Cycles.Tallies;
using Kaohe.Server.Identity;
using Kaohe.Server.Identity.Demo;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;
using Kaohe.Server.Shell.Years;

namespace Kaohe.Server.Cycles;

/// <summary>Years, schemes, indicators, readings and tallies.</summary>
public sealed class CyclesFeature : ServerFeature
{
    /// <inheritdoc/>
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Cycle, "年度", "/cycles", 0),
        new(NavigationArea.Cycle, "指标", "/indicators", 1),
    ];

    /// <inheritdoc/>
    public override IEnumerable<WorkbenchWidget> Widgets => [WorkbenchWidget.Of<OwnIndicatorsWidget>(30, WidgetPlace.Side, RoleCodes.Unit)];

    /// <inheritdoc/>
    public override IEnumerable<TourStep> Tour =>
    [
        new(30, "考核年度", "考核方案、指标、目标和完成值在这里，年度考核也在这里启动。", "/cycles", RoleCodes.Office),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<AssessmentDesk>();
        services.AddSingleton<IAssessmentYears, CycleYears>();
        services.AddScoped<PeopleNames>();
        services.AddSingleton<CycleService>();
        services.AddSingleton<CycleStarter>();
        services.AddSingleton<IndicatorService>();
        services.AddSingleton<IndicatorSettingStarter>();
        services.AddSingleton<ReadingService>();
        services.AddSingleton<TallyService>();
        services.AddSingleton<SheetPort, IndicatorSheet>();
        services.AddSingleton<SheetPort, TargetSheet>();
        services.AddSingleton<SheetPort, ReadingSheet>();
        services.AddSingleton<SheetPort, TallySheet>();
        if (configuration.GetValue<bool>("Demo:Enabled"))
        {
            services.AddSingleton<DemoCity>();
            services.AddSingleton<DemoFill>();
            services.AddDemoSeeder<DemoCitySeeder>();
            services.AddDemoSeeder<DemoAccountsSeeder>();
        }
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CycleApi.Map(endpoints);
        FigureApi.Map(endpoints);
        SheetApi.Map(endpoints);
        if (endpoints.ServiceProvider.GetService<DemoFill>() is not null)
        {
            endpoints.MapYear().MapPost("/demo-fill", (int year, DemoFill fill, AssessmentDesk desk, CancellationToken cancellationToken) =>
                FigureApi.DoAsync(desk.ChangeAsync((db, actor, cancel) => fill.FillAsync(db, actor, year, cancel), cancellationToken)));
        }
    }
}
