using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kaohe.Workflows.Values;

/// <summary>Reads members typed <see cref="object"/> as plain values, so a state never holds a view of a JSON buffer.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return PlainValue.FromJson(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        // A bare object has no members; every other value knows its own type.
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
