namespace Kaohe.Storage.Nodes;

/// <summary>Has everything removed that is old, on one node.</summary>
internal sealed class HousekeepingSweep(IEnumerable<IHousekeeping> works, ISingletons singletons)
{
    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        if (await singletons.TryAcquireAsync("housekeeping", cancellationToken) is { } mine)
        {
            await using (mine)
            {
                // All of them, although one may fail.
                await Task.WhenAll(works.Select(work => work.PurgeAsync(cancellationToken)));
            }
        }
    }
}
