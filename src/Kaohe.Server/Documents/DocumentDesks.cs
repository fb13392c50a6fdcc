using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Identity.People;

namespace Kaohe.Server.Documents;

/// <summary>Sets up the <see cref="DocumentDesk"/> with the people of now.</summary>
/// <param name="people">All people.</param>
public sealed class DocumentDesks(IOfficePeople people)
{
    /// <summary>The desk.</summary>
    public async Task<DocumentDesk> OpenAsync(CancellationToken cancellationToken = default) =>
        new(await people.DirectoryAsync(cancellationToken), new DocumentPolicy()) { Delegations = await people.DelegationsAsync(cancellationToken) };
}
