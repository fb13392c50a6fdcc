using Kaohe.Server.Shell.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;

namespace Kaohe.Server.Elsa.Access;

/// <summary>Endpoints of the designer ask visitors to sign in (401) and do not exist for people without the right (404); everything else answers as the framework does.</summary>
internal sealed class HiddenWhenForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _framework = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded || context.GetEndpoint()?.Metadata.GetMetadata<DesignerRight>() is null
            ? _framework.HandleAsync(next, context, policy, authorizeResult)
            : AnswerAsync(context, authorizeResult.Forbidden ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized);

    // Studio's documents lie in a frame: a sign-in page in there would be a portal within the portal. The status page leads out of it.
    private static Task AnswerAsync(HttpContext context, int status)
    {
        if (ApiPaths.IsApi(context))
        {
            return Problems.Result(status).ExecuteAsync(context);
        }

        if (!HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false; // pages are only read
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
