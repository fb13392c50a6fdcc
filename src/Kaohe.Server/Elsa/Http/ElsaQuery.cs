using System.Globalization;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Elsa.Http;

/// <summary>Reads query strings as Elsa's client writes them: names in either case, empty values for "not given", <c>True</c> and <c>False</c>.</summary>
internal static class ElsaQuery
{
    /// <summary>A text; null when it is missing or empty.</summary>
    public static string? Text(this HttpRequest request, string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    /// <summary>Texts of a name that is repeated.</summary>
    public static IReadOnlyList<string> Texts(this HttpRequest request, string name) => [.. request.Query[name].OfType<string>().Where(text => text.Length > 0)];

    /// <summary>A number; null when it is missing or none.</summary>
    public static int? Number(this HttpRequest request, string name) => int.TryParse(request.Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Yes or no; null when it is missing.</summary>
    public static bool? Flag(this HttpRequest request, string name) => bool.TryParse(request.Text(name), out var flag) ? flag : null;

    /// <summary><c>Page</c> and <c>PageSize</c>; everything when they are missing.</summary>
    public static PageRequest Page(this HttpRequest request) => Page(request.Number("Page"), request.Number("PageSize"));

    /// <summary><c>skip</c> and <c>take</c>; everything when they are missing.</summary>
    public static PageRequest Slice(this HttpRequest request) => new(Math.Max(0, request.Number("skip") ?? 0), Math.Clamp(request.Number("take") ?? PageRequest.MaxTake, 0, PageRequest.MaxTake));

    /// <summary>A page by number and size.</summary>
    public static PageRequest Page(int? page, int? pageSize) =>
        PageRequest.Number(Math.Clamp(page ?? 0, 0, 1_000_000), Math.Clamp(pageSize ?? PageRequest.MaxTake, 1, PageRequest.MaxTake));
}
