using System.Text.Json;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>An arrow from an outcome of one activity to another activity.</summary>
/// <param name="Source">Id of the activity it leaves.</param>
/// <param name="Port">Outcome it follows.</param>
/// <param name="Target">Id of the activity it enters.</param>
/// <param name="TargetPort">Entry; <c>In</c> unless said otherwise.</param>
public sealed record Connection(string Source, string Port, string Target, string TargetPort)
{
    /// <summary>Name of the connection in the flow scope.</summary>
    public string Key { get; } = $"{Source}:{Port}->{Target}:{TargetPort}";

    /// <summary>Reads one connection in any of the forms that Elsa 3 has written.</summary>
    /// <returns>The connection; null when an end is missing.</returns>
    internal static Connection? Read(JsonElement json)
    {
        if (!json.TryGet("source", out var source) || !json.TryGet("target", out var target))
        {
            return null;
        }

        var from = source.ValueKind == JsonValueKind.Object ? source.Text("activity") ?? source.Text("activityId") : source.ValueKind == JsonValueKind.String ? source.GetString() : null;
        var to = target.ValueKind == JsonValueKind.Object ? target.Text("activity") ?? target.Text("activityId") : target.ValueKind == JsonValueKind.String ? target.GetString() : null;
        var port = source.Text("port") ?? json.Text("sourcePort");
        var targetPort = target.Text("port") ?? json.Text("targetPort");
        return from is null || to is null ? null : new Connection(from, string.IsNullOrEmpty(port) ? "Done" : port, to, string.IsNullOrEmpty(targetPort) ? "In" : targetPort);
    }
}
