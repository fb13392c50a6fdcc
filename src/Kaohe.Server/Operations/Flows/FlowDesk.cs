using Kaohe.Storage.Definitions;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Operations.Flows;

/// <summary>What came of an import.</summary>
/// <param name="Definition">The draft as it is stored.</param>
/// <param name="Problems">What must or should be mended before it is published.</param>
public sealed record FlowImported(WorkflowDefinition Definition, IReadOnlyList<DefinitionProblem> Problems);

/// <summary>What people do with definitions, behind the pages and the endpoints alike.</summary>
/// <param name="queries">Reads definitions.</param>
/// <param name="store">Changes definitions.</param>
/// <param name="checks">Checks before publication.</param>
/// <param name="runtime">Starts instances.</param>
public sealed class FlowDesk(DefinitionQueries queries, DefinitionStore store, FlowChecks checks, WorkflowRuntime runtime)
{
    /// <summary>The newest version of each definition.</summary>
    /// <param name="search">Text in name, description or id; null for all.</param>
    /// <param name="onlyPublished">Only those whose newest version is published, or only drafts; null for both.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Page<DefinitionSummary>> ListAsync(string? search, bool? onlyPublished, PageRequest page, CancellationToken cancellationToken = default) => queries.ListAsync(
        new DefinitionFilter
        {
            SearchTerm = search,
            OrderBy = DefinitionOrder.Name,
            Versions = onlyPublished switch { true => VersionSelection.LatestAndPublished, false => VersionSelection.Draft, null => VersionSelection.Latest },
        },
        page,
        cancellationToken);

    /// <summary>All versions of a definition, newest first; empty when there is none.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<DefinitionSummary>> VersionsAsync(string definitionId, CancellationToken cancellationToken = default) => (await queries.ListAsync(
        new DefinitionFilter { DefinitionIds = [definitionId], OrderBy = DefinitionOrder.Version, Descending = true }, new PageRequest(0, PageRequest.MaxTake), cancellationToken)).Items;

    /// <summary>One version; the newest when no number is given.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="version">Number of the version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<WorkflowDefinition?> FindAsync(string definitionId, int? version, CancellationToken cancellationToken = default) =>
        queries.FindAsync(definitionId, version is { } number ? VersionSelection.Of(number) : VersionSelection.Latest, cancellationToken);

    /// <summary>What would keep the newest version from being published.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<DefinitionProblem>> CheckAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default) =>
        checks.CheckAsync(definition, cancellationToken);

    /// <summary>Saves a file as a draft: a new definition, or a new version of the one with the same id.</summary>
    /// <param name="file">UTF-8 JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DefinitionException">The file is no definition.</exception>
    public async Task<FlowImported> ImportAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken = default)
    {
        var definition = await store.SaveDraftAsync(DefinitionJson.Read(file), origin: null, cancellationToken);
        return new FlowImported(definition, await checks.CheckAsync(definition, cancellationToken));
    }

    /// <summary>Publishes the newest version unless it has errors.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<PublishResult> PublishAsync(string definitionId, CancellationToken cancellationToken = default) =>
        store.PublishAsync(definitionId, checks.BeforePublicationAsync, cancellationToken);

    /// <summary>Takes the published version back; running instances go on.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether one was published.</returns>
    public async Task<bool> RetractAsync(string definitionId, CancellationToken cancellationToken = default) =>
        await store.RetractAsync(definitionId, cancellationToken) is not null;

    /// <summary>Makes a draft with the content of an older version.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="version">Number of the older version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<WorkflowDefinition?> RevertAsync(string definitionId, int version, CancellationToken cancellationToken = default) =>
        store.RevertAsync(definitionId, version, cancellationToken);

    /// <summary>Starts an instance of the published version.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="start">Input, name and business key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RunResult> StartAsync(string definitionId, FlowStart start, CancellationToken cancellationToken = default) => runtime.StartAsync(
        new StartRequest
        {
            DefinitionId = definitionId,
            InstanceId = Guid.CreateVersion7().ToString("N"),
            Input = start.Input,
            CorrelationId = string.IsNullOrWhiteSpace(start.CorrelationId) ? null : start.CorrelationId.Trim(),
            Name = string.IsNullOrWhiteSpace(start.Name) ? null : start.Name.Trim(),
        },
        cancellationToken);
}
