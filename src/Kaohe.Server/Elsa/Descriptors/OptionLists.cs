using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Tasks.Designed;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>Reads the lists that dropdowns offer.</summary>
/// <param name="databases">Units.</param>
/// <param name="templates">Word templates.</param>
/// <param name="people">People of the office.</param>
/// <param name="forms">Forms designed in the portal.</param>
internal sealed class OptionLists(IDbContextFactory<KaoheDb> databases, WordTemplates templates, IOfficePeople people, FormDesk forms)
{
    public async Task<OptionSet> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var units = await db.UnitsAsync(cancellationToken);
        var directory = await people.DirectoryAsync(cancellationToken);
        return new OptionSet(templates.Names, [.. units.Select(unit => new OptionItem(unit.ShortName, unit.Id))], [.. directory.People])
        {
            Forms = [.. (await forms.PublishedAsync(cancellationToken)).Select(form => new OptionItem(form.Title, form.Id))],
        };
    }
}
