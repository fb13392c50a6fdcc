using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kaohe.Office.Forms;

/// <summary>Words of JSON Schema and of <c>x-kaohe</c> that forms use.</summary>
internal static class FormSchemaWords
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    public const string Extension = "x-kaohe";
    public const string Date = "yyyy-MM-dd";
}

/// <summary>Writes forms as JSON Schema, so that any validator of draft 2020-12 can check what was filled in.</summary>
internal static class FormSchemaWriter
{
    public static JsonObject Write(FormDefinition form)
    {
        var schema = Rows(form.Fields);
        var document = new JsonObject
        {
            ["$schema"] = FormSchemaWords.Dialect,
            ["$id"] = $"urn:kaohe:form:{Uri.EscapeDataString(form.Id)}:{form.Version.ToString(CultureInfo.InvariantCulture)}",
            ["title"] = form.Title,
        };
        Put(document, "description", form.Description);
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            document[name] = value;
        }

        document[FormSchemaWords.Extension] = new JsonObject
        {
            ["id"] = form.Id,
            ["version"] = form.Version,
            ["steps"] = new JsonArray([.. form.Steps.Select(step => JsonValue.Create(step))]),
        };
        return document;
    }

    // Rights may hide a required field at a step, so the whole schema is what the last step must satisfy.
    private static JsonObject Rows(IReadOnlyList<FormField> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            properties[field.Name] = Field(field);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. fields.Where(field => field.IsRequired).Select(field => JsonValue.Create(field.Name))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Field(FormField field)
    {
        var (schema, extension) = Kind(field);
        var described = new JsonObject { ["title"] = field.Label };
        Put(described, "description", field.Help);
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            described[name] = value;
        }

        if (field.Rights.Count > 0)
        {
            extension["rights"] = new JsonObject(field.Rights.Select(right => KeyValuePair.Create<string, JsonNode?>(right.Key, right.Value.ToString().ToLowerInvariant())));
        }

        described[FormSchemaWords.Extension] = extension;
        return described;
    }

    private static (JsonObject Schema, JsonObject Extension) Kind(FormField field)
    {
        switch (field)
        {
            case TextField text:
                var written = Typed("string");
                Put(written, "minLength", text.MinimumLength ?? (text.IsRequired ? 1 : null));
                Put(written, "maxLength", text.MaximumLength);
                return (written, Named("text", ("long", text.IsLong ? JsonValue.Create(true) : null), ("least", text.MinimumLength)));
            case NumberField number:
                var counted = Typed("number");
                Put(counted, "minimum", number.Minimum);
                Put(counted, "maximum", number.Maximum);
                Put(counted, "multipleOf", number.Decimals is { } places ? JsonValue.Create(Step(places)) : null);
                return (counted, Named("number", ("unit", number.Unit), ("decimals", number.Decimals)));
            case DateField date:
                return (new JsonObject { ["type"] = "string", ["format"] = "date" }, Named("date", ("earliest", Day(date.Earliest)), ("latest", Day(date.Latest))));
            case ChoiceField choice:
                var options = new JsonArray([.. choice.Options.Select(option => new JsonObject { ["const"] = option.Code, ["title"] = option.Label })]);
                return (choice.IsMultiple ? List(new JsonObject { ["oneOf"] = options }, choice.IsRequired ? 1 : null, null) : new JsonObject { ["oneOf"] = options }, Named("choice"));
            case TableField table:
                return (List(Rows(table.Columns), table.MinimumRows ?? (table.IsRequired ? 1 : null), table.MaximumRows), Named("table", ("least", table.MinimumRows)));
            case FileField file:
                return (List(Typed("string"), file.IsRequired ? 1 : null, file.MaximumFiles), Named("file"));
            case PersonField:
                return (Typed("string"), Named("person"));
            case UnitField:
                return (Typed("string"), Named("unit"));
            default:
                throw new NotSupportedException($"No schema for {field.GetType().Name}.");
        }
    }

    private static JsonObject List(JsonObject items, int? least, int? most)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        Put(list, "minItems", least);
        Put(list, "maxItems", most);
        return list;
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Named(string kind, params (string Name, JsonNode? Value)[] more)
    {
        var extension = new JsonObject { ["kind"] = kind };
        foreach (var (name, value) in more)
        {
            Put(extension, name, value);
        }

        return extension;
    }

    private static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static decimal Step(int places) => new(1, 0, 0, isNegative: false, (byte)places);

    private static string? Day(DateOnly? day) => day?.ToString(FormSchemaWords.Date, CultureInfo.InvariantCulture);
}
