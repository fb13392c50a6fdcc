using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Kaohe.Server.Shell.Tables;

/// <summary>Page, size and order of a table as they stand in the address, so that back, reload and a sent link show the same.</summary>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="SortBy">Key of the sorted column; null for the list's own order.</param>
/// <param name="Descending">Whether the order is reversed.</param>
public sealed record TableAddress(int Page, int Size, string? SortBy, bool Descending)
{
    /// <summary>Sizes that are offered.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [20, 50, 100, 200];

    /// <summary>The request for the rows.</summary>
    public TableRequest Request => new((Page - 1) * Size, Size, SortBy, Descending);

    /// <summary>Reads it from an address; what is missing or nonsense gets the default.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="prefix">Prefix of the names when a page has several tables.</param>
    public static TableAddress Read(string uri, string prefix)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var sort = query.TryGetValue(prefix + "s", out var value) && value.ToString() is { Length: > 0 } given ? given : null;
        var size = Number("n", Sizes[1]);
        return new TableAddress(Math.Max(1, Number("p", 1)), Sizes.Contains(size) ? size : Sizes[1], sort?.TrimStart('-'), sort?.StartsWith('-') == true);

        int Number(string name, int otherwise) =>
            query.TryGetValue(prefix + name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }

    /// <summary>The address with this in it; defaults are left out.</summary>
    /// <param name="navigation">The address now.</param>
    /// <param name="prefix">Prefix of the names.</param>
    public string Write(NavigationManager navigation, string prefix) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [prefix + "p"] = Page > 1 ? Page : null,
        [prefix + "n"] = Size == Sizes[1] ? null : Size,
        [prefix + "s"] = SortBy is null ? null : (Descending ? "-" : "") + SortBy,
    });
}
