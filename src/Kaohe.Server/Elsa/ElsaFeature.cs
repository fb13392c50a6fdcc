using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Definitions;
using Kaohe.Server.Elsa.Descriptors;
using Kaohe.Server.Elsa.Instances;
using Kaohe.Server.Elsa.Live;
using Kaohe.Server.Elsa.Running;
using Kaohe.Server.Elsa.Scripting;
using Kaohe.Server.Shell.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace Kaohe.Server.Elsa;

/// <summary>The REST API of Elsa 3.8 and its hub, over our engine and store: what Elsa Studio talks to.</summary>
public sealed class ElsaFeature : ServerFeature
{
    /// <summary>Where the API lies; Studio's <c>remote-endpoint</c>.</summary>
    public const string ApiPath = "/elsa/api";

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IAuthorizationHandler, DesignerRightHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenWhenForbidden>();
        services.AddSingleton<OptionLists>();
        services.AddSingleton<DescriptorCatalog>();
        services.AddSingleton<DefinitionViews>();
        services.AddSingleton<DefinitionIntake>();
        services.AddSingleton<DefinitionDesk>();
        services.AddSingleton<DefinitionReferences>();
        services.AddSingleton<RunDesk>();
        services.AddSingleton<ActivityTest>();
        services.AddSingleton<InstanceModels>();
        services.AddSingleton<InstanceKeeper>();
        services.AddSingleton<ObservedInstances>();
        services.AddSignalR();
        services.AddHostedService<InstanceBroadcast>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(ApiPath);
        api.MapDescriptors();
        api.MapScripting();
        api.MapDefinitions();
        api.MapDefinitionActs();
        api.MapDefinitionBulk();
        api.MapDefinitionFiles();
        api.MapSubgraphs();
        api.MapRunning();
        api.MapInstances();
        api.MapInstanceActs();
        api.MapInstanceFiles();
        api.MapExecutions();
        endpoints.MapHub<InstanceHub>(InstanceHub.Path).ForViewers();
    }
}
