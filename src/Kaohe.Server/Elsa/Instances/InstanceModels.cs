using System.Text.Json;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>Shows instances as Studio reads them.</summary>
/// <param name="queries">Reads instances.</param>
/// <param name="catalog">Names of variables.</param>
internal sealed class InstanceModels(InstanceQueries queries, DefinitionCatalog catalog)
{
    /// <summary>One instance with its state; null when there is none.</summary>
    public async Task<InstanceDetailModel?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var rows = await queries.ListAsync(new InstanceFilter { Ids = [id] }, new PageRequest(0, 1), cancellationToken);
        return rows.Items is [var row] && await queries.FindAsync(id, cancellationToken) is { } detail
            ? new InstanceDetailModel(InstanceModel.Of(row) with { Name = row.Name ?? FlowName(row.DefinitionVersionId) }, State(detail.State))
            : null;
    }

    /// <summary>The workflow's variables with their values; null when there is no such instance.</summary>
    public async Task<IReadOnlyList<VariableModel>?> VariablesAsync(string id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { State: { } state })
        {
            return null;
        }

        var values = state.ActivityExecutionContexts.Find(context => context.OwnerId is null)?.Variables ?? [];
        var declared = catalog.FindVersion(state.DefinitionVersionId)?.Definition.Variables ?? [];
        return
        [
            .. declared.Select(variable => new VariableModel(variable.Id, variable.Name, Element(values.GetValueOrDefault(variable.Id)))),
            .. values.Where(value => declared.All(variable => variable.Id != value.Key)).Select(value => new VariableModel(value.Key, value.Key, Element(value.Value))),
        ];
    }

    /// <summary>The state.</summary>
    public static StateModel State(WorkflowState state) => new()
    {
        Id = state.Id,
        DefinitionId = state.DefinitionId,
        DefinitionVersionId = state.DefinitionVersionId,
        DefinitionVersion = state.DefinitionVersion,
        CorrelationId = state.CorrelationId,
        Name = state.Name,
        ParentWorkflowInstanceId = state.ParentInstanceId,
        Status = state.Status,
        SubStatus = state.SubStatus,
        Bookmarks = [.. state.Bookmarks.Select(Bookmark)],
        Incidents = [.. state.Incidents.Select(Incident)],
        CompletionCallbacks = state.CompletionCallbacks,
        ActivityExecutionContexts = [.. state.ActivityExecutionContexts.Select(Element)],
        Input = Element(state.Input),
        Output = Element(state.Output),
        Properties = Element(state.Properties),
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
        FinishedAt = state.FinishedAt,
    };

    private static BookmarkModel Bookmark(Bookmark bookmark) => new(
        bookmark.Id, bookmark.Name, bookmark.Hash, bookmark.Payload is null ? null : Element(bookmark.Payload), bookmark.ActivityId, bookmark.ActivityNodeId, bookmark.ActivityInstanceId,
        bookmark.AutoBurn, bookmark.CallbackMethodName, bookmark.Metadata ?? []);

    private static IncidentModel Incident(Incident incident) => new(
        incident.ActivityId,
        incident.ActivityNodeId,
        incident.ActivityType,
        IncidentWords.Of(incident.Message, incident.Cause),
        incident.ExceptionType is null
            ? null
            : new ExceptionModel(incident.ExceptionType, IncidentWords.Of(incident.Message), incident.Cause is { } cause ? new ExceptionModel(incident.ExceptionType, IncidentWords.Of(cause), InnerException: null) : null),
        incident.Timestamp);

    // The viewer puts the name over the drawing, or the id where there is none.
    private string FlowName(string definitionVersionId) => catalog.FindVersion(definitionVersionId)?.Definition.Name ?? "";

    // Plain values are written the way states are.
    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, WorkflowStateSerializer.Options);
}

/// <summary>A variable with its value.</summary>
internal sealed record VariableModel(string Id, string Name, JsonElement Value);
