using Kaohe.Office.People;

namespace Kaohe.Server.Identity.People;

/// <summary>
/// All people who can be given work, and who stands in for whom. The default reads the accounts; the feature that keeps posts and delegations
/// registers its own and takes its place.
/// </summary>
public interface IOfficePeople
{
    /// <summary>All people now.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<OfficeDirectory> DirectoryAsync(CancellationToken cancellationToken = default);

    /// <summary>The delegations on record that hold now or will.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DelegationBook> DelegationsAsync(CancellationToken cancellationToken = default);
}
