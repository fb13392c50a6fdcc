using Kaohe.Storage.Paging;
using Kaohe.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Definitions;

/// <summary>Reads definitions.</summary>
public sealed class DefinitionQueries(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>Lists versions.</summary>
    public async Task<Page<DefinitionSummary>> ListAsync(DefinitionFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await page.ReadAsync(filter.Apply(db.WorkflowDefinitions).Select(DefinitionSummary.OfRow), cancellationToken);
    }

    /// <summary>Finds a version of a definition; of several the newest.</summary>
    public async Task<WorkflowDefinition?> FindAsync(string definitionId, VersionSelection versions, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await versions.Apply(db.WorkflowDefinitions.AsNoTracking().Where(d => d.DefinitionId == definitionId))
            .OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancellationToken);
        return row?.ToDefinition();
    }

    /// <summary>Finds versions by their rows; those that do not exist are left out.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> FindVersionsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.WorkflowDefinitions.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.CreatedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => r.ToDefinition());
    }

    /// <summary>Finds one version by its row.</summary>
    public async Task<WorkflowDefinition?> FindVersionAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.WorkflowDefinitions.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken))?.ToDefinition();
    }

    /// <summary>The newest versions of other definitions whose text mentions a definition's id; the caller looks where.</summary>
    public async Task<IReadOnlyList<WorkflowDefinition>> MentioningAsync(string definitionId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.WorkflowDefinitions.AsNoTracking().Where(d => d.IsLatest && d.DefinitionId != definitionId && d.Json.Contains(definitionId))
            .OrderBy(d => d.Name).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => r.ToDefinition());
    }

    /// <summary>Whether no other definition has the name.</summary>
    public async Task<bool> IsNameUniqueAsync(string name, string? exceptDefinitionId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return !await db.WorkflowDefinitions.AnyAsync(d => d.Name == name && d.DefinitionId != exceptDefinitionId, cancellationToken);
    }

    /// <summary>How many definitions there are, versions not counted.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.WorkflowDefinitions.CountAsync(d => d.IsLatest, cancellationToken);
    }
}
