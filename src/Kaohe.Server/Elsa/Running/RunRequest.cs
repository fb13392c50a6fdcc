using System.Text.Json;
using Kaohe.Workflows.Values;

namespace Kaohe.Server.Elsa.Running;

/// <summary>Asks for an instance.</summary>
internal sealed record RunRequest
{
    public string? InstanceId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public string? TriggerActivityId { get; init; }

    /// <summary>Which version; Studio sends <c>Latest</c>, which is the draft.</summary>
    public string? VersionOptions { get; init; }

    public JsonElement? Input { get; init; }

    /// <summary>The input by name; empty when none was given.</summary>
    public IReadOnlyDictionary<string, object?> Values() =>
        Input is { ValueKind: JsonValueKind.Object } given ? (Dictionary<string, object?>)PlainValue.FromJson(given)! : [];
}

/// <summary>Asks for several instances.</summary>
internal sealed record BulkRunRequest(int? Count, string? CorrelationId, string? TriggerActivityId, string? VersionOptions, JsonElement? Input);
