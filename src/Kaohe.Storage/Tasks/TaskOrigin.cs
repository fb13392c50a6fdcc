using System.Text.Json;
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

    internal static TaskOrigin Of(TaskRow row) => new()
    {
        Item = row.Item,
        ItemKey = row.ItemKey,
        DocumentIds = row.DocumentIds is { } ids ? JsonSerializer.Deserialize<string[]>(ids, OfficeJson.Options)! : [],
        Given = row.Given is { } given ? JsonSerializer.Deserialize<JsonElement>(given, OfficeJson.Options) : null,
    };
}
