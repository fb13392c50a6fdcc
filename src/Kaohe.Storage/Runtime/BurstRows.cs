using Kaohe.Storage.Instances;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Runtime;

/// <summary>What a burst leaves behind, as rows.</summary>
internal static class BurstRows
{
    public static WorkflowInstanceRow Instance(WorkflowState state, long token, bool isSystem) => new()
    {
        Id = state.Id,
        Token = token,
        DefinitionId = state.DefinitionId,
        DefinitionVersionId = state.DefinitionVersionId,
        DefinitionVersion = state.DefinitionVersion,
        Status = state.Status,
        SubStatus = state.SubStatus,
        CorrelationId = state.CorrelationId,
        Name = state.Name,
        ParentInstanceId = state.ParentInstanceId,
        IncidentCount = state.Incidents.Count,
        IsSystem = isSystem,
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
        FinishedAt = state.FinishedAt,
        State = WorkflowStateSerializer.SerializeToUtf8Bytes(state),
    };

    public static BookmarkRow Bookmark(Bookmark bookmark, WorkflowState state) => new()
    {
        Id = bookmark.Id,
        WorkflowInstanceId = state.Id,
        CorrelationId = state.CorrelationId,
        Name = bookmark.Name,
        Hash = bookmark.Hash,
        ActivityId = bookmark.ActivityId,
        ActivityNodeId = bookmark.ActivityNodeId,
        ActivityInstanceId = bookmark.ActivityInstanceId,
        Payload = Json(bookmark.Payload),
        Metadata = Json(bookmark.Metadata),
        CreatedAt = bookmark.CreatedAt,
        DueAt = bookmark.DueAt,
        WakeAt = bookmark.DueAt,
    };

    public static JournalRow Journal(JournalEntry entry) => new()
    {
        WorkflowInstanceId = entry.WorkflowInstanceId,
        Sequence = entry.Sequence,
        ActivityInstanceId = entry.ActivityInstanceId,
        ParentActivityInstanceId = entry.ParentActivityInstanceId,
        ActivityId = entry.ActivityId,
        ActivityNodeId = entry.ActivityNodeId,
        ActivityType = entry.ActivityType,
        ActivityTypeVersion = entry.ActivityTypeVersion,
        ActivityName = entry.ActivityName,
        EventName = entry.EventName,
        Message = entry.Message,
        Timestamp = entry.Timestamp,
        ActivityState = Json(entry.ActivityState),
        Payload = Json(entry.Payload),
    };

    public static ActivityExecutionRow Execution(ActivityExecutionRecord record) => new()
    {
        Id = record.Id,
        WorkflowInstanceId = record.WorkflowInstanceId,
        ActivityId = record.ActivityId,
        ActivityNodeId = record.ActivityNodeId,
        ActivityType = record.ActivityType,
        ActivityTypeVersion = record.ActivityTypeVersion,
        ActivityName = record.ActivityName,
        SchedulingActivityExecutionId = record.SchedulingActivityExecutionId,
        Status = record.Status,
        StartedAt = record.StartedAt,
        CompletedAt = record.CompletedAt,
        HasBookmarks = record.HasBookmarks,
        AggregateFaultCount = record.AggregateFaultCount,
        ActivityState = Json(record.ActivityState),
        Outputs = Json(record.Outputs),
        Payload = Json(record.Payload),
        Exception = record.Exception,
    };

    public static IncidentRow Incident(Incident incident, int ordinal, string instanceId) => new()
    {
        WorkflowInstanceId = instanceId,
        Ordinal = ordinal,
        ActivityId = incident.ActivityId,
        ActivityNodeId = incident.ActivityNodeId,
        ActivityType = incident.ActivityType,
        ActivityInstanceId = incident.ActivityInstanceId,
        Message = incident.Message,
        Timestamp = incident.Timestamp,
    };

    public static string? Json(object? value) => value is null ? null : WorkflowStateSerializer.Serialize(value);
}
