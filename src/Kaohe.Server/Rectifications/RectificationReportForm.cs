using System.Globalization;
using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Rectifications;

/// <summary>
/// Reads a 整改报告 from what the task of kind <c>rectification-report</c> submits:
/// <c>{ "causes": "…", "measures": [ { "shortcoming": "…", "action": "…", "responsibleId": "…", "completeBy": "2027-05-31" } ], "fileId": "…" }</c>.
/// What is missing stays empty, and the rules of the report say so.
/// </summary>
public static class RectificationReportForm
{
    /// <summary>The report.</summary>
    /// <param name="data">The task's data.</param>
    public static RectificationReport Read(IReadOnlyDictionary<string, object?> data) => new()
    {
        Causes = Text(data, "causes"),
        FileId = Text(data, "fileId") is { Length: > 0 } file ? file : null,
        Measures = data.GetValueOrDefault("measures") is IEnumerable<object?> items
            ? [.. items.OfType<IReadOnlyDictionary<string, object?>>().Select(Measure)]
            : [],
    };

    private static RectificationMeasure Measure(IReadOnlyDictionary<string, object?> item) => new(
        Text(item, "shortcoming"),
        Text(item, "action"),
        Text(item, "responsibleId") is { Length: > 0 } id ? id : Text(item, "responsible"),
        DateOnly.TryParse(Text(item, "completeBy"), CultureInfo.InvariantCulture, out var day) ? day : default);

    private static string Text(IReadOnlyDictionary<string, object?> data, string name) =>
        Convert.ToString(data.GetValueOrDefault(name), CultureInfo.InvariantCulture) ?? "";
}
