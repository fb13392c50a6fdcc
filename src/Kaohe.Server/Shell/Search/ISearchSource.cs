using System.Security.Claims;

namespace Kaohe.Server.Shell.Search;

/// <summary>One thing that a search found.</summary>
/// <param name="Title">What is shown, e.g. 忻府区 or a task's title.</param>
/// <param name="Text">A few words beside it, e.g. 县市区 or 截止 3月2日; null when none.</param>
/// <param name="Address">The page that opens.</param>
public sealed record SearchHit(string Title, string? Text, string Address);

/// <summary>Where the search box (Ctrl+K) looks. Register one for each kind of thing: <c>services.AddScoped&lt;ISearchSource, …&gt;()</c>.</summary>
public interface ISearchSource
{
    /// <summary>Chinese heading above its hits, e.g. 单位.</summary>
    string Title { get; }

    /// <summary>Position of its hits.</summary>
    int Order { get; }

    /// <summary>At most <paramref name="limit"/> hits that this person may see, best first.</summary>
    /// <param name="user">The signed-in person.</param>
    /// <param name="text">What was typed; at least one character, trimmed.</param>
    /// <param name="limit">How many are shown.</param>
    /// <param name="cancellationToken">The person typed on.</param>
    Task<IReadOnlyList<SearchHit>> SearchAsync(ClaimsPrincipal user, string text, int limit, CancellationToken cancellationToken);
}
