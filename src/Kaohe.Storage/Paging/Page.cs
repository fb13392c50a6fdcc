namespace Kaohe.Storage.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int TotalCount);
