using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;

namespace Kaohe.Server.Shell.Hosting;

/// <summary>
/// One feature of the server: what it registers, serves and shows. Derive a sealed class with an empty constructor anywhere in this assembly;
/// <see cref="FeatureCatalog"/> finds it, so that a new feature changes no file of another.
/// </summary>
public abstract class ServerFeature
{
    /// <summary>Registers services: application services, effect handlers, demo seeders, search sources.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>Maps endpoints. Everything needs a signed-in person unless it says <c>AllowAnonymous()</c>.</summary>
    /// <param name="endpoints">Where to map them.</param>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Pages in the left navigation.</summary>
    public virtual IEnumerable<NavigationEntry> Navigation => [];

    /// <summary>Parts of the 工作台.</summary>
    public virtual IEnumerable<WorkbenchWidget> Widgets => [];

    /// <summary>Components in the top bar, before the person: small, without required parameters.</summary>
    public virtual IEnumerable<Type> TopBar => [];

    /// <summary>What the guided tour says about this feature.</summary>
    public virtual IEnumerable<TourStep> Tour => [];
}
