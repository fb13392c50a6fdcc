using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kaohe.Workflows.Definitions;

/// <summary>Reads and writes Elsa 3 definition files without loss.</summary>
public static class DefinitionJson
{
    /// <summary>The largest file that is read, in bytes of UTF-8. A flow of thousands of activities stays far below.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The deepest nesting that is read. One nested container takes two levels.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonDocumentOptions ReadOptions =
        new() { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonElement EmptySequence =
        Element("""{"id":"Sequence1","type":"Elsa.Sequence","version":1,"customProperties":{},"activities":[]}""");

    /// <summary>Reads a definition.</summary>
    /// <exception cref="DefinitionException">The text is no definition, too large or too deep.</exception>
    public static WorkflowDefinition Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a definition from UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="DefinitionException">The bytes are no definition, too large or too deep.</exception>
    public static WorkflowDefinition Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new DefinitionException("$", $"文件有 {utf8.Length / 1024 / 1024} MB，超过 {MaxBytes / 1024 / 1024} MB 的上限。请拆分流程，或用子流程。");
        }

        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, ReadOptions);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException problem)
        {
            var place = problem.LineNumber is { } line ? $"第 {line + 1} 行第 {problem.BytePositionInLine + 1} 字节附近" : "文件";
            throw new DefinitionException("$", $"{place}不是有效的 JSON，或嵌套超过 {MaxDepth} 层。请重新从设计器导出。");
        }
    }

    /// <summary>Reads a definition from a parsed document. The envelope that Studio posts (<c>{"model":…}</c>) is accepted too.</summary>
    /// <exception cref="DefinitionException">The element is no definition.</exception>
    public static WorkflowDefinition Read(JsonElement document)
    {
        if (document.ValueKind == JsonValueKind.Object && !document.TryGet("root", out _) && document.TryGet("model", out var model))
        {
            document = model;
        }

        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new DefinitionException("$", "文件不是流程定义：最外层应当是一个对象。");
        }

        return DefinitionReader.Read(document, document.TryGet("root", out var root) && root.ValueKind == JsonValueKind.Object ? root : EmptySequence);
    }

    /// <summary>Writes a definition as JSON: the document it was read from, with the members' values.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="indented">Whether to indent, for files that people read.</param>
    public static string Write(WorkflowDefinition definition, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            DefinitionWriter.Write(writer, definition);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json, ReadOptions);
        return document.RootElement.Clone();
    }

    internal static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
