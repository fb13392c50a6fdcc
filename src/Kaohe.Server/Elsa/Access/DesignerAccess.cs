using System.Security.Claims;
using Kaohe.Server.Identity;

namespace Kaohe.Server.Elsa.Access;

/// <summary>
/// Who may do what with the flow designer: 考核办 and 管理员 draw, 领导 look on, nobody else. Every way in (the Elsa API, the hub, the pages around
/// Studio) asks <see cref="May"/>.
/// </summary>
public static class DesignerAccess
{
    /// <summary>Roles that may open the designer's pages, for navigation.</summary>
    public static IReadOnlyList<string> Viewers { get; } = [RoleCodes.Office, RoleCodes.Administrator, RoleCodes.Leader];

    /// <summary>Whether a person may.</summary>
    /// <param name="user">The signed-in person, or a visitor.</param>
    /// <param name="act">What the person wants.</param>
    public static bool May(ClaimsPrincipal user, DesignerAct act) =>
        user.Identity?.IsAuthenticated == true
        && (user.IsInRole(RoleCodes.Office) || user.IsInRole(RoleCodes.Administrator) || (act == DesignerAct.View && user.IsInRole(RoleCodes.Leader)));
}
