using System.Collections.Concurrent;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Nodes;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Runtime;

/// <summary>
/// The definitions of the database, compiled once each. Emptied when a definition changes, here at once and on other nodes within a fraction of a second
/// (until then they start instances of the version that was published a moment ago, which is what they would have done had the request come earlier).
/// </summary>
public sealed class DefinitionCatalog : IWorkflowCatalog, IDisposable
{
    private readonly IDbContextFactory<KaoheDb> _databases;
    private readonly IDisposable _subscription;
    private readonly WorkflowCompiler _compiler;
    private volatile Known _known = new();

    /// <summary>Makes an empty catalog.</summary>
    public DefinitionCatalog(IDbContextFactory<KaoheDb> databases, ActivityRegistry registry, IChangeFeed feed)
    {
        _databases = databases;
        _compiler = new WorkflowCompiler(registry, FindUsedAsActivity);
        _subscription = feed.Subscribe(notice =>
        {
            if (notice.Topic is ChangeTopics.Definition or ChangeTopics.Missed)
            {
                // As a whole: a reader that is loading an old row must put it into the old memory, not into the new one.
                _known = new Known();
            }
        });
    }

    /// <inheritdoc />
    public CompiledWorkflow? FindPublished(string definitionId)
    {
        var versionId = _known.Published.GetOrAdd(definitionId, id => Read(rows => rows.Where(d => d.DefinitionId == id && d.IsPublished))?.Id);
        return versionId is null ? null : FindVersion(versionId);
    }

    /// <inheritdoc />
    public CompiledWorkflow? FindVersion(string versionId) => _known.Versions.GetOrAdd(versionId, id => new(() => Load(id))).Value;

    /// <summary>Compiles a definition that is not in the database yet.</summary>
    /// <exception cref="DefinitionException">It cannot run at all.</exception>
    public CompiledWorkflow Compile(WorkflowDefinition definition) => _compiler.Compile(definition);

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    private CompiledWorkflow? Load(string versionId) =>
        Read(rows => rows.Where(d => d.Id == versionId)) is { } row ? _compiler.Compile(row.ToDefinition()) : null;

    // As Elsa: the wanted version, else the published one, else the latest; an old file may name the definition instead of its id.
    private WorkflowDefinition? FindUsedAsActivity(string? definitionId, string? versionId)
    {
        var row = (versionId is null ? null : Read(rows => rows.Where(d => d.Id == versionId)))
            ?? (definitionId is null ? null : Read(rows => rows.Where(d => d.DefinitionId == definitionId && (d.IsPublished || d.IsLatest)).OrderByDescending(d => d.IsPublished)))
            ?? (definitionId is null ? null : Read(rows => rows.Where(d => d.IsPublished && d.UsableAsActivity && d.Name!.Replace(" ", "") == definitionId)));
        return row?.ToDefinition();
    }

    private WorkflowDefinitionRow? Read(Func<IQueryable<WorkflowDefinitionRow>, IQueryable<WorkflowDefinitionRow>> choose)
    {
        using var db = _databases.CreateDbContext();
        return choose(db.WorkflowDefinitions.AsNoTracking()).FirstOrDefault();
    }

    private sealed class Known
    {
        public ConcurrentDictionary<string, Lazy<CompiledWorkflow?>> Versions { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, string?> Published { get; } = new(StringComparer.Ordinal);
    }
}
