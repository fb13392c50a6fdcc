using Kaohe.Server.Cycles.Sheets;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;

namespace Kaohe.Server.Units;

/// <summary>Units and people.</summary>
public sealed class UnitsFeature : ServerFeature
{
    /// <inheritdoc/>
    public override IEnumerable<NavigationEntry> Navigation => [new(NavigationArea.Units, "单位与人员", "/units", 0)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<UnitService>();
        services.AddSingleton<SheetPort, UnitSheet>();
        services.AddSingleton<SheetPort, OfficialSheet>();
        services.AddSingleton<AccountPeople>();
        services.AddSingleton<IOfficePeople, OfficialPeople>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => UnitApi.Map(endpoints);
}
