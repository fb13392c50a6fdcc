using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Execution.State;

/// <summary>The one way that states, payloads and journal data become JSON and come back: camelCase, enums as names, Chinese unescaped, nulls left out.</summary>
public static class WorkflowStateSerializer
{
    /// <summary>Shared options; values typed <see cref="object"/> come back as plain values (<see cref="PlainValue"/>).</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a value.</summary>
    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes a value as UTF-8.</summary>
    public static byte[] SerializeToUtf8Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static T Deserialize<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"The JSON text holds null where a {typeof(T).Name} is needed.");

    /// <summary>Reads a value from UTF-8.</summary>
    /// <exception cref="JsonException">The bytes are not such a value.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException($"The JSON text holds null where a {typeof(T).Name} is needed.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new PlainValueConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
