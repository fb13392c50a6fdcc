using Microsoft.AspNetCore.Authorization;

namespace Kaohe.Server.Elsa.Access;

/// <summary>What an endpoint asks of whoever calls it. Part of its metadata, so that a test finds endpoints without one.</summary>
/// <param name="Act">What the caller does there.</param>
public sealed record DesignerRight(DesignerAct Act) : IAuthorizationRequirement;

/// <summary>Puts the right on endpoints.</summary>
internal static class DesignerRights
{
    private static readonly DesignerRight _view = new(DesignerAct.View);
    private static readonly DesignerRight _edit = new(DesignerAct.Edit);
    private static readonly AuthorizationPolicy _viewers = Policy(_view);
    private static readonly AuthorizationPolicy _editors = Policy(_edit);

    /// <summary>For whoever may look.</summary>
    public static T ForViewers<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(_viewers).WithMetadata(_view);

    /// <summary>For whoever may change.</summary>
    public static T ForEditors<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(_editors).WithMetadata(_edit);

    private static AuthorizationPolicy Policy(DesignerRight right) => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(right).Build();
}
