using Kaohe.Office.People;
using Kaohe.Server.Identity.People;

namespace Kaohe.Server.Cycles.Components;

/// <summary>Names of people by id, read once for a circuit or request.</summary>
/// <param name="people">All people.</param>
public sealed class PeopleNames(IOfficePeople people)
{
    private OfficeDirectory? _directory;

    /// <summary>Reads the names; call it before <see cref="Of"/>.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken = default) => _directory ??= await people.DirectoryAsync(cancellationToken);

    /// <summary>The name; for an act of the system 系统, for one that is on record by its side only (考核办, 领导) that side, and the id itself for somebody unknown.</summary>
    /// <param name="id">The person, or the code of a role; null for nobody.</param>
    public string Of(string? id) => id is null or "" ? "" : id == Actor.System.Id ? Actor.System.Name : _directory?.Find(id)?.Name ?? Role.LabelOf(id);
}
