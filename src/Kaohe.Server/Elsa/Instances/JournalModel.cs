using System.Globalization;
using System.Text.Json;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Instances;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>Which lines of a journal are wanted.</summary>
internal sealed record JournalRequest(JournalRequestFilter? Filter);

/// <summary>What lines must match; null and empty members let everything through.</summary>
internal sealed record JournalRequestFilter(
    IReadOnlyList<string>? ActivityIds, IReadOnlyList<string>? ActivityNodeIds, IReadOnlyList<string>? ExcludedActivityTypes, IReadOnlyList<string>? EventNames);

/// <summary>A line of a journal, as Studio reads it.</summary>
internal sealed record JournalModel(
    string Id, string ActivityInstanceId, string? ParentActivityInstanceId, string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName, string NodeId,
    DateTimeOffset Timestamp, long Sequence, string EventName, string? Message, string? Source, JsonElement? ActivityState, JsonElement? Payload)
{
    public static JournalModel Of(JournalRow row) => new(
        string.Create(CultureInfo.InvariantCulture, $"{row.WorkflowInstanceId}:{row.Sequence}"),
        row.ActivityInstanceId,
        row.ParentActivityInstanceId,
        row.ActivityId,
        row.ActivityType,
        row.ActivityTypeVersion,
        row.ActivityName,
        row.ActivityNodeId,
        row.Timestamp,
        row.Sequence,
        row.EventName,
        row.Message is null ? null : IncidentWords.Of(row.Message),
        Source: null,
        ElsaJson.Stored(row.ActivityState),
        row.Payload is null ? null : ElsaJson.Stored(row.Payload));
}
