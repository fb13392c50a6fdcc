using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kaohe.Workflows.Values;

/// <summary>JSON of plain values as scripts and logs see it: members as they are named, Chinese unescaped.</summary>
public static class PlainValueJson
{
    /// <summary>Shared options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a plain value.</summary>
    public static string Write(object? value) => JsonSerializer.Serialize(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
