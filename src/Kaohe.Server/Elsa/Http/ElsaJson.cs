using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Http;

/// <summary>JSON as Elsa's client reads it: camelCase, enums as their names, nulls written, Chinese unescaped.</summary>
internal static class ElsaJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>An answer.</summary>
    public static IResult Ok<T>(T value) => TypedResults.Json(value, Options);

    /// <summary>An answer with a list.</summary>
    public static IResult List<T>(IEnumerable<T> items) => Ok(ElsaList<T>.Of(items));

    /// <summary>Stored JSON as an element; an empty object for nothing.</summary>
    public static JsonElement Stored(string? json) => json is null ? _empty : JsonElement.Parse(json);

    private static readonly JsonElement _empty = JsonElement.Parse("{}");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DefinitionJson.MaxDepth };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>A whole list.</summary>
internal sealed record ElsaList<T>(IReadOnlyList<T> Items, int Count)
{
    public static ElsaList<T> Of(IEnumerable<T> items)
    {
        List<T> all = [.. items];
        return new ElsaList<T>(all, all.Count);
    }
}

/// <summary>A page of a list.</summary>
internal sealed record ElsaPage<T>(IReadOnlyList<T> Items, int TotalCount, IReadOnlyList<ElsaLink> Links);

/// <summary>What may be done. Studio looks at two relations: <c>publish</c> of a definition, <c>bulk-publish</c> of a list; without them it is read-only.</summary>
internal sealed record ElsaLink(string Href, string Rel, string Method);
