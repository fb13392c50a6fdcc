using System.Text.Json;

namespace Kaohe.Workflows.Definitions;

/// <summary>Writes the document back; identity, version and flags come from the members, everything else as it was read.</summary>
internal static class DefinitionWriter
{
    private static readonly Dictionary<string, Action<Utf8JsonWriter, WorkflowDefinition>> Members =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["id"] = (w, d) => w.WriteStringValue(d.Id),
            ["definitionId"] = (w, d) => w.WriteStringValue(d.DefinitionId),
            ["name"] = (w, d) => w.WriteStringValue(d.Name),
            ["description"] = (w, d) => w.WriteStringValue(d.Description),
            ["createdAt"] = (w, d) => w.WriteStringValue(d.CreatedAt),
            ["version"] = (w, d) => w.WriteNumberValue(d.Version),
            ["toolVersion"] = (w, d) => w.WriteStringValue(d.ToolVersion),
            ["isLatest"] = (w, d) => w.WriteBooleanValue(d.IsLatest),
            ["isPublished"] = (w, d) => w.WriteBooleanValue(d.IsPublished),
            ["isReadonly"] = (w, d) => w.WriteBooleanValue(d.IsReadonly),
            ["isSystem"] = (w, d) => w.WriteBooleanValue(d.IsSystem),
            ["root"] = (w, d) => d.Root.WriteTo(w),
        };

    public static void Write(Utf8JsonWriter writer, WorkflowDefinition definition)
    {
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        writer.WriteStartObject();
        if (definition.Document.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in definition.Document.EnumerateObject())
            {
                if (!written.Add(property.Name))
                {
                    continue;
                }

                writer.WritePropertyName(property.Name);
                WriteProperty(writer, definition, property);
            }
        }

        foreach (var (name, write) in Members)
        {
            if (written.Add(name))
            {
                writer.WritePropertyName(name);
                write(writer, definition);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter writer, WorkflowDefinition definition, JsonProperty property)
    {
        // A member that still says what the document says is left exactly as it was written (number forms, time formats).
        if (!Members.TryGetValue(property.Name, out var write) || Unchanged(definition, property))
        {
            property.Value.WriteTo(writer);
            return;
        }

        write(writer, definition);
    }

    private static bool Unchanged(WorkflowDefinition definition, JsonProperty property)
    {
        var value = property.Value;
        return property.Name.ToLowerInvariant() switch
        {
            "createdat" => DefinitionJson.Time(value.ValueKind == JsonValueKind.String ? value.GetString() : null) == definition.CreatedAt,
            "name" => value.ValueKind == JsonValueKind.Null && definition.Name is null,
            "root" => value.ValueKind == JsonValueKind.Object && JsonElement.DeepEquals(value, definition.Root),
            _ => false,
        };
    }
}
