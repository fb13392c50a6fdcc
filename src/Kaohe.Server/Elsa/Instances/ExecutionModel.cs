using System.Text.Json;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Instances;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>One execution of an activity, as Studio reads it.</summary>
internal sealed record ExecutionModel
{
    private static readonly JsonElement _nothing = ElsaJson.Stored(json: null);

    public required string Id { get; init; }

    public required string WorkflowInstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityNodeId { get; init; }

    public required string ActivityType { get; init; }

    public int ActivityTypeVersion { get; init; }

    public string? ActivityName { get; init; }

    public JsonElement ActivityState { get; init; }

    public JsonElement Payload { get; init; }

    public JsonElement Outputs { get; init; }

    public JsonElement Properties { get; init; } = _nothing;

    public JsonElement Metadata { get; init; } = _nothing;

    public ExceptionModel? Exception { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public bool HasBookmarks { get; init; }

    public ActivityStatus Status { get; init; }

    public int AggregateFaultCount { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public string? SchedulingActivityExecutionId { get; init; }

    public string? SchedulingActivityId { get; init; }

    public string? SchedulingWorkflowInstanceId { get; init; }

    public int? CallStackDepth { get; init; }

    public static ExecutionModel Of(ActivityExecutionRow row) => new()
    {
        Id = row.Id,
        WorkflowInstanceId = row.WorkflowInstanceId,
        ActivityId = row.ActivityId,
        ActivityNodeId = row.ActivityNodeId,
        ActivityType = row.ActivityType,
        ActivityTypeVersion = row.ActivityTypeVersion,
        ActivityName = row.ActivityName,
        ActivityState = ElsaJson.Stored(row.ActivityState),
        Payload = ElsaJson.Stored(row.Payload),
        Outputs = ElsaJson.Stored(row.Outputs),
        Exception = row.Exception is { } message ? new ExceptionModel("WorkflowException", IncidentWords.Of(message), InnerException: null) : null,
        StartedAt = row.StartedAt,
        HasBookmarks = row.HasBookmarks,
        Status = row.Status,
        AggregateFaultCount = row.AggregateFaultCount,
        CompletedAt = row.CompletedAt,
        SchedulingActivityExecutionId = row.SchedulingActivityExecutionId,
        SchedulingWorkflowInstanceId = row.SchedulingActivityExecutionId is null ? null : row.WorkflowInstanceId,
    };
}

/// <summary>How often a node ran: the badge of the drawing.</summary>
internal sealed record StatsModel(string ActivityId, string ActivityNodeId, int StartedCount, int CompletedCount, int UncompletedCount, bool IsBlocked, bool IsFaulted)
{
    public IReadOnlyDictionary<string, object?> Metadata { get; } = new Dictionary<string, object?>();

    public static StatsModel Of(ActivityStats stats) => new(
        stats.ActivityId, stats.ActivityNodeId, stats.Started, stats.Completed, stats.Uncompleted, stats.IsBlocked, stats.IsFaulted);
}
