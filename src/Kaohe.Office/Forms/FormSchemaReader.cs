using System.Globalization;
using System.Text.Json;

namespace Kaohe.Office.Forms;

/// <summary>Reads forms from JSON Schema; what the product did not write is read as far as it names its kind.</summary>
internal static class FormSchemaReader
{
    public static (FormDefinition? Form, IReadOnlyList<Problem> Problems) Read(string schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, [Unreadable("内容不是表单")]);
            }

            var own = Extension(root);
            var form = new FormDefinition
            {
                Id = Text(own, "id") ?? string.Empty,
                Version = Whole(own, "version") ?? 1,
                Title = Text(root, "title") ?? string.Empty,
                Description = Text(root, "description"),
                Steps = [.. Items(own, "steps").Select(step => step.GetString() ?? string.Empty)],
                Fields = Rows(root),
            };
            return (form, form.Check());
        }
        catch (JsonException error)
        {
            return (null, [Unreadable($"第{(error.LineNumber ?? 0) + 1}行看不懂")]);
        }
        catch (FormatException error)
        {
            return (null, [Unreadable(error.Message)]);
        }
        catch (InvalidOperationException)
        {
            return (null, [Unreadable("有内容的类型不对")]);
        }
    }

    private static IReadOnlyList<FormField> Rows(JsonElement schema)
    {
        var required = Items(schema, "required").Select(name => name.GetString()).ToHashSet();
        return Child(schema, "properties") is { ValueKind: JsonValueKind.Object } properties
            ? [.. properties.EnumerateObject().Select(property => Field(property.Name, property.Value, required.Contains(property.Name)))]
            : [];
    }

    private static FormField Field(string name, JsonElement schema, bool isRequired)
    {
        var own = Extension(schema);
        var field = Kind(name, schema, own);
        return field with
        {
            Label = Text(schema, "title") ?? name,
            Help = Text(schema, "description"),
            IsRequired = isRequired,
            Rights = Child(own, "rights") is { ValueKind: JsonValueKind.Object } rights
                ? rights.EnumerateObject().ToDictionary(right => right.Name, right => Enum.TryParse<FieldRight>(right.Value.GetString(), ignoreCase: true, out var known)
                    ? known : throw new FormatException($"“{name}”的权限“{right.Value.GetString()}”看不懂"))
                : new Dictionary<string, FieldRight>(),
        };
    }

    private static FormField Kind(string name, JsonElement schema, JsonElement? own) => Text(own, "kind") switch
    {
        "text" => new TextField
        {
            Name = name, Label = name, MinimumLength = Whole(own, "least"), MaximumLength = Whole(schema, "maxLength"), IsLong = Child(own, "long") is { ValueKind: JsonValueKind.True },
        },
        "number" => new NumberField
        {
            Name = name, Label = name, Unit = Text(own, "unit"), Minimum = Number(schema, "minimum"), Maximum = Number(schema, "maximum"), Decimals = Whole(own, "decimals"),
        },
        "date" => new DateField { Name = name, Label = name, Earliest = Day(own, "earliest"), Latest = Day(own, "latest") },
        "choice" => Choice(name, schema),
        "table" => new TableField
        {
            Name = name, Label = name, Columns = Child(schema, "items") is { } row ? Rows(row) : [], MinimumRows = Whole(own, "least"), MaximumRows = Whole(schema, "maxItems"),
        },
        "file" => new FileField { Name = name, Label = name, MaximumFiles = Whole(schema, "maxItems") ?? 10 },
        "person" => new PersonField { Name = name, Label = name },
        "unit" => new UnitField { Name = name, Label = name },
        var other => throw new FormatException($"字段“{name}”的类型“{other}”看不懂"),
    };

    private static ChoiceField Choice(string name, JsonElement schema)
    {
        var isMultiple = Text(schema, "type") == "array";
        JsonElement? list = isMultiple ? Child(schema, "items") : schema;
        return new ChoiceField
        {
            Name = name,
            Label = name,
            IsMultiple = isMultiple,
            Options = [.. Items(list, "oneOf").Select(option => new ChoiceOption(Text(option, "const") ?? string.Empty, Text(option, "title") ?? Text(option, "const") ?? string.Empty))],
        };
    }

    private static JsonElement? Extension(JsonElement schema) => Child(schema, FormSchemaWords.Extension);

    private static JsonElement? Child(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;

    private static IEnumerable<JsonElement> Items(JsonElement? json, string name) => Child(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string? Text(JsonElement? json, string name) => Child(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int? Whole(JsonElement? json, string name) => Child(json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static decimal? Number(JsonElement? json, string name) => Child(json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static DateOnly? Day(JsonElement? json, string name) =>
        Text(json, name) is { } text ? DateOnly.ParseExact(text, FormSchemaWords.Date, CultureInfo.InvariantCulture) : null;

    private static Problem Unreadable(string what) => new("FormUnreadable", string.Empty, $"表单定义{what}，请检查后重新导入。");
}
