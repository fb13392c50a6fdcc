using System.Globalization;
using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Rectifications;

/// <summary>
/// Reads what the tasks of kind <c>rectification-completion</c> and <c>rectification-recheck</c> submit:
/// <c>{ "measures": [ { "isDone": true, "progress": "…" } ], "statement": "…" }</c> and
/// <c>{ "visitedOn": "2027-07-08", "finding": "…", "measures": [ { "isInPlace": true, "note": "…" } ] }</c>.
/// What is missing stays empty, and the rules of the record say so.
/// </summary>
internal static class RectificationWorkData
{
    /// <summary>What the unit reports about its measures.</summary>
    public static RectificationCompletion Completion(IReadOnlyDictionary<string, object?> data) => new()
    {
        Measures = [.. Rows(data).Select(row => new MeasureCompletion(IsSo(row, "isDone"), Text(row, "progress")))],
        Statement = Text(data, "statement"),
    };

    /// <summary>What 复查 found about each measure; empty where a flow has a form of its own without them.</summary>
    public static IReadOnlyList<MeasureFinding> Findings(IReadOnlyDictionary<string, object?> data) =>
        [.. Rows(data).Select(row => new MeasureFinding(IsSo(row, "isInPlace"), Text(row, "note")))];

    /// <summary>The day of the 复查; null when it is not said.</summary>
    public static DateOnly? VisitedOn(IReadOnlyDictionary<string, object?> data) =>
        DateOnly.TryParse(Text(data, "visitedOn"), CultureInfo.InvariantCulture, out var day) ? day : null;

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Rows(IReadOnlyDictionary<string, object?> data) =>
        (data.GetValueOrDefault("measures") as IEnumerable<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>();

    private static bool IsSo(IReadOnlyDictionary<string, object?> row, string name) => bool.TryParse(Text(row, name), out var said) && said;

    private static string Text(IReadOnlyDictionary<string, object?> data, string name) =>
        Convert.ToString(data.GetValueOrDefault(name), CultureInfo.InvariantCulture) ?? "";
}
