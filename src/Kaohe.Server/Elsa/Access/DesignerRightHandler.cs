using Microsoft.AspNetCore.Authorization;

namespace Kaohe.Server.Elsa.Access;

/// <summary>Asks <see cref="DesignerAccess"/>.</summary>
internal sealed class DesignerRightHandler : AuthorizationHandler<DesignerRight>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DesignerRight requirement)
    {
        if (DesignerAccess.May(context.User, requirement.Act))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
