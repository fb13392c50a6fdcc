using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kaohe.Documents.Templates;

/// <summary>The field catalogue: every shipped template with its fields, for the 字段表 page, forms, previews and template checks.</summary>
public static class TemplateCatalogue
{
    private const string Folder = "Kaohe.Documents.Templates.Fields.";
    private const string CommonFile = "公用字段";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly Lazy<IReadOnlyList<TemplateInfo>> Loaded = new(Load);

    /// <summary>All templates, in the order of the steps they serve, then by name.</summary>
    public static IReadOnlyList<TemplateInfo> All => Loaded.Value;

    /// <summary>The template of this name, or null.</summary>
    public static TemplateInfo? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    private static List<TemplateInfo> Load()
    {
        var common = Read(CommonFile);
        return [.. typeof(TemplateCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
            .Where(name => name != CommonFile)
            .Order(StringComparer.Ordinal)
            .Select(name => Template(Read(name), common))];
    }

    private static TemplateInfo Template(JsonObject file, JsonObject common)
    {
        var shared = file["uses"]!.AsArray().SelectMany(group => Fields(common[group!.GetValue<string>()]!));
        return new(file["name"]!.GetValue<string>(), file["step"]!.GetValue<string>(), file["kind"]!.GetValue<string>(), file["about"]!.GetValue<string>(), [.. Fields(file["fields"]!), .. shared]);
    }

    private static TemplateField[] Fields(JsonNode list) => list.Deserialize<TemplateField[]>(Options)!;

    private static JsonObject Read(string name)
    {
        using var stream = typeof(TemplateCatalogue).Assembly.GetManifestResourceStream(Folder + name + ".json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
