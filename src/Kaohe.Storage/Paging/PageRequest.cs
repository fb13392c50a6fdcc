using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Paging;

/// <summary>Which page is wanted.</summary>
/// <param name="Skip">Items before the page.</param>
/// <param name="Take">Items on the page, at most <see cref="MaxTake"/>.</param>
public sealed record PageRequest(int Skip = 0, int Take = 100)
{
    /// <summary>The largest page.</summary>
    public const int MaxTake = 1000;

    /// <summary>The page with a number, from 0.</summary>
    public static PageRequest Number(int page, int pageSize) => new(page * Math.Min(pageSize, MaxTake), pageSize);

    /// <summary>Counts and reads.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="query">The filtered and ordered list.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<T>> ReadAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        var count = await query.CountAsync(cancellationToken);
        var items = count == 0 ? [] : await query.Skip(Math.Max(0, Skip)).Take(Math.Clamp(Take, 0, MaxTake)).ToListAsync(cancellationToken);
        return new Page<T>(items, count);
    }
}
