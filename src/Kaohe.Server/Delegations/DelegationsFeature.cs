using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;

namespace Kaohe.Server.Delegations;

/// <summary>代理: who stands in for whom, from when to when, for what.</summary>
public sealed class DelegationsFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation => [new(NavigationArea.Units, "代理", "/delegations", 5, RoleCodes.Office, RoleCodes.Administrator)];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<DelegationDesk>();

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapDelegationApi();
}
