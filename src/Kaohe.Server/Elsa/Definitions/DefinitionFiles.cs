using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>A file to hand out.</summary>
internal sealed record DefinitionFile(string Name, byte[] Content, string ContentType);

/// <summary>Definitions as files that any Elsa 3.8 reads, single or zipped.</summary>
internal static class DefinitionFiles
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
    private const int MaxEntries = 500;
    private const long MaxUnpacked = 5L * DefinitionJson.MaxBytes;
    private static readonly JsonSerializerOptions _readable = new(Http.ElsaJson.Options) { WriteIndented = true };

    /// <summary>One definition as a file, several as a zip.</summary>
    public static DefinitionFile Write(IReadOnlyList<WorkflowDefinition> definitions) =>
        definitions is [var single] ? new DefinitionFile(NameOf(single), Write(single), "application/json") : Zip(definitions);

    /// <summary>Several definitions as a zip.</summary>
    public static DefinitionFile Zip(IReadOnlyList<WorkflowDefinition> definitions)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var definition in definitions)
            {
                using var entry = zip.CreateEntry(NameOf(definition)).Open();
                entry.Write(Write(definition));
            }
        }

        return new DefinitionFile("workflow-definitions.zip", buffer.ToArray(), "application/zip");
    }

    /// <summary>The models in an uploaded file: a definition, or a zip of definitions.</summary>
    /// <exception cref="DefinitionException">It is neither, or too large.</exception>
    public static IReadOnlyList<(string Name, JsonElement Model)> Read(string name, byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
        {
            return [(name, DefinitionJson.Read(content).Document)];
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            var entries = zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).ToList();
            return entries.Count > MaxEntries || entries.Sum(entry => entry.Length) > MaxUnpacked
                ? throw new DefinitionException(name, $"压缩包“{name}”里的文件太多或太大（最多 {MaxEntries} 个，共 {MaxUnpacked / 1024 / 1024} MB）。请分批导入。")
                : [.. entries.Select(entry => (entry.Name, DefinitionJson.Read(Bytes(entry)).Document))];
        }
        catch (InvalidDataException)
        {
            throw new DefinitionException(name, $"压缩包“{name}”打不开，请重新导出后再导入。");
        }
    }

    private static byte[] Write(WorkflowDefinition definition)
    {
        var stored = ActivityTree.Editable(DefinitionJson.Write(definition));
        var file = new JsonObject { ["$schema"] = Schema };
        foreach (var (name, value) in stored.Where(member => member.Key is not ("$schema" or "links")))
        {
            file[name] = value?.DeepClone();
        }

        return JsonSerializer.SerializeToUtf8Bytes(file, _readable);
    }

    // The number that a zip states for an entry may be wrong.
    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var buffer = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = content.Read(block)) > 0;)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > DefinitionJson.MaxBytes)
            {
                throw new DefinitionException(entry.Name, $"文件“{entry.Name}”超过 {DefinitionJson.MaxBytes / 1024 / 1024} MB。请拆分流程。");
            }
        }

        return buffer.ToArray();
    }

    private static string NameOf(WorkflowDefinition definition) =>
        string.Concat($"{definition.DefinitionId}-v{definition.Version}.json".Select(letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter));
}
