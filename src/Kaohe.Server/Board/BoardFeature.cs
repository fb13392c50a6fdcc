using Kaohe.Server.Board.Widgets;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;

namespace Kaohe.Server.Board;

/// <summary>进度总览.</summary>
public sealed class BoardFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation => [new(NavigationArea.Board, "进度总览", "/board", 0, RoleCodes.Office, RoleCodes.Leader)];

    /// <inheritdoc />
    public override IEnumerable<WorkbenchWidget> Widgets =>
    [
        WorkbenchWidget.Of<StepsWidget>(5, WidgetPlace.Top),
        WorkbenchWidget.Of<TodoWidget>(10, WidgetPlace.Main),
        WorkbenchWidget.Of<WaitingWidget>(20, WidgetPlace.Side),
        WorkbenchWidget.Of<RecentDocumentsWidget>(40, WidgetPlace.Side),
    ];

    /// <inheritdoc />
    public override IEnumerable<TourStep> Tour =>
    [
        new(20, "进度总览", "每个单位走到哪个环节、谁逾期，一张表看全；点格子打开任务，选中后可以一起催办。", "/board", RoleCodes.Office),
        new(20, "进度总览", "每个单位走到哪个环节、谁逾期，一张表看全；点格子打开任务。", "/board", RoleCodes.Leader),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<BoardReader>();
        services.AddSingleton<CellsMarkup>();
        services.AddSingleton<BoardUrging>();
        services.AddSingleton<StepDesk>();
        services.AddSingleton<StepLine>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapBoardApi();
}
