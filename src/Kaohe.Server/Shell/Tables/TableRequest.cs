namespace Kaohe.Server.Shell.Tables;

/// <summary>What a table asks its page for.</summary>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows on the page.</param>
/// <param name="SortBy">Key of the sorted column; null for the list's own order.</param>
/// <param name="Descending">Whether the order is reversed.</param>
public sealed record TableRequest(int Skip, int Take, string? SortBy, bool Descending);

/// <summary>One page of rows.</summary>
/// <typeparam name="T">What a row shows.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
public sealed record TablePage<T>(IReadOnlyList<T> Items, int TotalCount);
