using Kaohe.Server.Cycles.Sheets;
using Kaohe.Server.Identity;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Search;

namespace Kaohe.Server.Units;

/// <summary>Units and people.</summary>
public sealed class UnitsFeature : ServerFeature
{
    /// <inheritdoc/>
    public override IEnumerable<NavigationEntry> Navigation => 
    [
        new(NavigationArea.Units, "单位", "/units", 0),
        new(NavigationArea.Units, "人员", "/people", 1, RoleCodes.Office, RoleCodes.Administrator, RoleCodes.Leader),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<UnitService>();
        services.AddSingleton<SheetPort, UnitSheet>();
        services.AddSingleton<SheetPort, OfficialSheet>();
        services.AddScoped<ISearchSource, UnitSearch>();
        services.AddSingleton<IUnitNames, UnitShortNames>();
        services.AddSingleton<AccountPeople>();
        services.AddSingleton<IOfficePeople, OfficialPeople>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => UnitApi.Map(endpoints);
}
