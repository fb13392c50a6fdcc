using System.Security.Claims;
using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Shell.Workbench;

/// <summary>Where a widget stands on a desk screen; on a phone all stand below each other.</summary>
public enum WidgetPlace
{
    /// <summary>Across the page, above the others: where the year is.</summary>
    Top,

    /// <summary>The wide column: what the person does.</summary>
    Main,

    /// <summary>The narrow column: what the person should know.</summary>
    Side,
}

/// <summary>A part of the 工作台, given by a feature.</summary>
/// <param name="Component">A Razor component without required parameters. It renders its own <c>Panel</c> and nothing at all when it does not concern the person.</param>
/// <param name="Order">Position; what must be done today comes first (10), then what others owe (20), the year (30), documents (40), machine (90).</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Roles">Role codes that see it; empty for everybody.</param>
public sealed record WorkbenchWidget(Type Component, int Order, WidgetPlace Place, params IReadOnlyList<string> Roles)
{
    /// <summary>Whether a person sees it.</summary>
    /// <param name="user">The signed-in person.</param>
    public bool IsVisibleTo(ClaimsPrincipal user) => Roles.Count == 0 || Roles.Any(user.IsInRole);

    /// <summary>A widget by its component.</summary>
    /// <typeparam name="TComponent">The component.</typeparam>
    /// <param name="order">Position.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="roles">Role codes that see it; empty for everybody.</param>
    public static WorkbenchWidget Of<TComponent>(int order, WidgetPlace place, params IReadOnlyList<string> roles)
        where TComponent : IComponent => new(typeof(TComponent), order, place, roles);
}
