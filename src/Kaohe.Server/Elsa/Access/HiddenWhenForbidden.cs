using Kaohe.Server.Shell.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kaohe.Server.Elsa.Access;

/// <summary>Endpoints of the designer do not exist for people without the right (404); everything else answers as the framework does.</summary>
internal sealed class HiddenWhenForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _framework = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden && context.GetEndpoint()?.Metadata.GetMetadata<DesignerRight>() is not null
            ? Problems.Result(StatusCodes.Status404NotFound).ExecuteAsync(context)
            : _framework.HandleAsync(next, context, policy, authorizeResult);
}
