using System.Security.Claims;

namespace Kaohe.Server.Shell.Navigation;

/// <summary>A page that people find through the left navigation. The first visible entry of an area is where the area's link leads.</summary>
/// <param name="Area">The area it belongs to.</param>
/// <param name="Title">Chinese title of the tab, e.g. 流程实例.</param>
/// <param name="Address">Address of the page, e.g. <c>/operations/instances</c>; pages below it belong to it.</param>
/// <param name="Order">Position within the area.</param>
/// <param name="Roles">Role codes that see it (<see cref="Identity.RoleCodes"/>); empty for everybody.</param>
public sealed record NavigationEntry(NavigationArea Area, string Title, string Address, int Order, params IReadOnlyList<string> Roles)
{
    /// <summary>Whether a person sees it.</summary>
    /// <param name="user">The signed-in person.</param>
    public bool IsVisibleTo(ClaimsPrincipal user) => Roles.Count == 0 || Roles.Any(user.IsInRole);

    /// <summary>Whether a page belongs to it.</summary>
    /// <param name="path">Path of the page, with a leading slash.</param>
    public bool Holds(string path) =>
        path.Equals(Address, StringComparison.OrdinalIgnoreCase)
        || (Address != "/" && path.StartsWith(Address + "/", StringComparison.OrdinalIgnoreCase));
}
