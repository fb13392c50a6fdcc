using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Office;

namespace Kaohe.Storage.Tasks;

/// <summary>What a task came with besides itself; set when it is opened, never changed.</summary>
public sealed record TaskOrigin
{
    /// <summary>A task that no activity asked for, with nothing given.</summary>
    public static TaskOrigin None { get; } = new();

    /// <summary>What the activity calls it; null when no activity asked.</summary>
    public string? Item { get; init; }

    /// <summary>Which of the item's keys it is; null when no activity asked.</summary>
    public string? ItemKey { get; init; }

    /// <summary>Documents that belong to it.</summary>
    public IReadOnlyList<string> DocumentIds { get; init; } = [];

    /// <summary>What the form shows at first, and what a reviewer sees of the work before: a JSON object; null when nothing.</summary>
    public JsonElement? Given { get; init; }

    /// <summary>The earlier task that it is about (<c>submittedTaskId</c> of <see cref="Given"/>); null when there is none.</summary>
    [JsonIgnore]
    public string? SubmittedTaskId => Text("submittedTaskId");

    /// <summary>Whether a text stands in what it was given; so a file of an earlier task can be handed on.</summary>
    /// <param name="text">The whole text, e.g. a file's id.</param>
    public bool Mentions(string text) => Given is { } given && Holds(given, text);

    private static bool Holds(JsonElement json, string text) => json.ValueKind switch
    {
        JsonValueKind.String => json.ValueEquals(text),
        JsonValueKind.Array => json.EnumerateArray().Any(item => Holds(item, text)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => Holds(member.Value, text)),
        _ => false,
    };

    /// <summary>The period of the figures that it is about, for example <c>2026Q1</c>; null for the year itself.</summary>
    [JsonIgnore]
    public string? Period => Text("期间");

    /// <summary>The units that it is about, as the designer names them, for example <c>counties</c> or <c>units:a,b</c>; null for every unit.</summary>
    [JsonIgnore]
    public string? Audience => Text("考核对象");

    private string? Text(string name) =>
        Given is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    internal static TaskOrigin Of(TaskRow row) => new()
    {
        Item = row.Item,
        ItemKey = row.ItemKey,
        DocumentIds = row.DocumentIds is { } ids ? JsonSerializer.Deserialize<string[]>(ids, OfficeJson.Options)! : [],
        Given = row.Given is { } given ? JsonSerializer.Deserialize<JsonElement>(given, OfficeJson.Options) : null,
    };
}
