using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kaohe.Workflows.Execution;

/// <summary>The hash by which stimuli find bookmarks and triggers, equal to Elsa's.</summary>
public static class StimulusHash
{
    // PascalCase members, nulls left out: what Elsa's hasher feeds to SHA-256.
    private static readonly JsonSerializerOptions PayloadOptions = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Upper-case hex SHA-256 of <c>name|payloadJson|activityInstanceId</c>, empty parts left out.</summary>
    /// <param name="name">Stimulus name, usually the activity type.</param>
    /// <param name="payload">Object with PascalCase members; null when none.</param>
    /// <param name="activityInstanceId">Set only where the hash must be unique to one execution.</param>
    public static string Compute(string name, object? payload, string? activityInstanceId = null)
    {
        var text = new StringBuilder(name);
        if (payload is not null)
        {
            text.Append('|').Append(JsonSerializer.Serialize(payload, payload.GetType(), PayloadOptions));
        }

        if (!string.IsNullOrEmpty(activityInstanceId))
        {
            text.Append('|').Append(activityInstanceId);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Hash of an event by name (<c>Elsa.Event</c>).</summary>
    public static string ForEvent(string eventName) =>
        Compute("Elsa.Event", new Dictionary<string, object?> { ["EventName"] = eventName });
}
