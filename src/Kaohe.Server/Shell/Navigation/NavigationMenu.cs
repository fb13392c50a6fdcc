using System.Security.Claims;
using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Shell.Navigation;

/// <summary>An area as one person sees it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Entries">The entries of it that the person sees; at least one.</param>
public sealed record NavigationItem(NavigationArea Area, IReadOnlyList<NavigationEntry> Entries)
{
    /// <summary>Where the area's link leads.</summary>
    public string Address => Entries[0].Address;
}

/// <summary>The navigation as one person sees it.</summary>
/// <param name="catalog">All features.</param>
public sealed class NavigationMenu(FeatureCatalog catalog)
{
    /// <summary>The areas with what the person may open; at most nine.</summary>
    /// <param name="user">The signed-in person.</param>
    public IReadOnlyList<NavigationItem> For(ClaimsPrincipal user) =>
    [
        .. catalog.Navigation.Where(entry => entry.IsVisibleTo(user)).GroupBy(entry => entry.Area)
            .Select(group => new NavigationItem(group.Key, [.. group])),
    ];

    /// <summary>The entry that a page belongs to; the longest address wins. None for pages outside the navigation.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="path">Path of the page.</param>
    public (NavigationItem Item, NavigationEntry Entry)? Locate(ClaimsPrincipal user, string path) =>
        For(user).SelectMany(item => item.Entries.Select(entry => (Item: item, Entry: entry)))
            .Where(found => found.Entry.Holds(path))
            .OrderByDescending(found => found.Entry.Address.Length)
            .Select(found => ((NavigationItem, NavigationEntry)?)found)
            .FirstOrDefault();
}
