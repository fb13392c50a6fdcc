using Kaohe.Storage;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>Loads what forms have to know of the assessment.</summary>
public interface IFormFacts
{
    /// <summary>Loads what is needed for one task.</summary>
    /// <param name="db">Context; also inside the transaction of a command.</param>
    /// <param name="stored">The task.</param>
    /// <param name="needs">What is needed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FormFacts> LoadAsync(KaoheDb db, StoredTask stored, FormNeeds needs, CancellationToken cancellationToken);
}
