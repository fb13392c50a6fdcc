using System.Security.Claims;
using Kaohe.Server.Identity;

namespace Kaohe.Server.Elsa.Access;

/// <summary>
/// Who may do what with the flow designer: 考核办 and 管理员 draw, 领导 look on, nobody else. Every way in (the Elsa API, the hub, the pages around
/// Studio) asks <see cref="May"/>.
/// </summary>
public static class DesignerAccess
{
    /// <summary>Roles that may change flows.</summary>
    public static IReadOnlyList<string> Editors { get; } = [RoleCodes.Office, RoleCodes.Administrator];

    /// <summary>Roles that may open the designer's pages.</summary>
    public static IReadOnlyList<string> Viewers { get; } = [.. Editors, RoleCodes.Leader];

    /// <summary>Whether a person may.</summary>
    /// <param name="user">The signed-in person, or a visitor.</param>
    /// <param name="act">What the person wants.</param>
    public static bool May(ClaimsPrincipal user, DesignerAct act) =>
        user.Identity?.IsAuthenticated == true && (act == DesignerAct.Edit ? Editors : Viewers).Any(user.IsInRole);
}
