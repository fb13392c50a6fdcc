namespace Kaohe.Storage.Nodes;

/// <summary>Removes rows that nobody needs any more. One node does it now and then (<see cref="NodeOptions.PurgeEvery"/>).</summary>
public interface IHousekeeping
{
    /// <summary>Removes what is old enough.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows.</returns>
    Task<int> PurgeAsync(CancellationToken cancellationToken = default);
}
