using System.Text.Json;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>At the deadline: a reason for everything that is missing.</summary>
public sealed class MissingReasonsForm : TaskForm
{
    /// <summary>Reasons by key (unit).</summary>
    public Dictionary<string, string> Reasons { get; set; } = [];

    /// <summary>What is missing, from the given data of the task: key and title of the work.</summary>
    public static IReadOnlyList<(string Key, string Title)> Missing(FormContext context)
    {
        if (context.Origin.Given is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty("missing", out var missing) || missing.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. missing.EnumerateArray().Select(one => (Text(one, "key"), Text(one, "title")))];
    }

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        foreach (var (key, _) in Missing(context))
        {
            Reasons.TryAdd(key, string.Empty);
        }
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var key in Missing(context).Select(one => one.Key).Distinct(StringComparer.Ordinal))
        {
            problems.When(
                !Reasons.TryGetValue(key, out var reason) || string.IsNullOrWhiteSpace(reason),
                $"reasons[{key}]",
                $"请写明{context.Facts.Book.NameOf(key)}到期未完成的原因。");
        }
    }

    private static string Text(JsonElement one, string name) => one.TryGetProperty(name, out var text) ? text.GetString() ?? string.Empty : string.Empty;
}
