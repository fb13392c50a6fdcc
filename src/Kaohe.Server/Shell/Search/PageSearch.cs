using System.Security.Claims;
using Kaohe.Server.Shell.Navigation;

namespace Kaohe.Server.Shell.Search;

/// <summary>Finds pages of the navigation by their title.</summary>
/// <param name="menu">The navigation.</param>
internal sealed class PageSearch(NavigationMenu menu) : ISearchSource
{
    public string Title => "页面";

    public int Order => 90;

    public Task<IReadOnlyList<SearchHit>> SearchAsync(ClaimsPrincipal user, string text, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SearchHit>>(
        [
            .. menu.For(user).SelectMany(item => item.Entries)
                .Where(entry => entry.Title.Contains(text, StringComparison.OrdinalIgnoreCase) || entry.Area.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Take(limit)
                .Select(entry => new SearchHit(entry.Title, entry.Title == entry.Area.Title ? null : entry.Area.Title, entry.Address)),
        ]);
}
