using System.Text.Json;
using Kaohe.Storage.Instances;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>An instance in a list, as Studio reads it.</summary>
internal record InstanceModel(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, WorkflowStatus Status, WorkflowSubStatus SubStatus, string? CorrelationId, string Name, int IncidentCount,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    public static InstanceModel Of(InstanceSummary row) => new(
        row.Id, row.DefinitionId, row.DefinitionVersionId, row.Version, row.Status, row.SubStatus, row.CorrelationId, row.Name ?? "", row.IncidentCount, row.CreatedAt, row.UpdatedAt, row.FinishedAt);
}

/// <summary>An instance with its state.</summary>
internal sealed record InstanceDetailModel(InstanceModel Row, StateModel WorkflowState) : InstanceModel(Row);

/// <summary>The state of an instance, as Studio reads it.</summary>
internal sealed record StateModel
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public required int DefinitionVersion { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public string? ParentWorkflowInstanceId { get; init; }

    public WorkflowStatus Status { get; init; }

    public WorkflowSubStatus SubStatus { get; init; }

    public IReadOnlyList<BookmarkModel> Bookmarks { get; init; } = [];

    public IReadOnlyList<IncidentModel> Incidents { get; init; } = [];

    public object? Fault { get; init; }

    public IReadOnlyList<CompletionCallback> CompletionCallbacks { get; init; } = [];

    public IReadOnlyList<JsonElement> ActivityExecutionContexts { get; init; } = [];

    public JsonElement Input { get; init; }

    public JsonElement Output { get; init; }

    public JsonElement Properties { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>What an instance waits for.</summary>
internal sealed record BookmarkModel(
    string Id, string Name, string Hash, JsonElement? Payload, string ActivityId, string ActivityNodeId, string ActivityInstanceId, bool AutoBurn, string? CallbackMethodName,
    IReadOnlyDictionary<string, string> Metadata);

/// <summary>What went wrong, in Chinese.</summary>
internal sealed record IncidentModel(string ActivityId, string ActivityNodeId, string ActivityType, string Message, ExceptionModel? Exception, DateTimeOffset Timestamp);

/// <summary>An exception, in Chinese; stack traces are not kept.</summary>
internal sealed record ExceptionModel(string Type, string Message, ExceptionModel? InnerException)
{
    public string? StackTrace => null;
}
