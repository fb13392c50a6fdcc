namespace Kaohe.Server.Identity.People;

/// <summary>Names of units for headers and lists. The feature that keeps units registers its own; until then a unit has no name.</summary>
public interface IUnitNames
{
    /// <summary>Short name of a unit, e.g. 忻府区; null when unknown.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<string?> FindAsync(string unitId, CancellationToken cancellationToken = default);
}

/// <summary>Knows no unit.</summary>
internal sealed class NoUnitNames : IUnitNames
{
    public ValueTask<string?> FindAsync(string unitId, CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(null);
}
