using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kaohe.Office.Forms;

/// <summary>A form designed in the portal for free human tasks. A version is never changed: a task keeps the one it was opened with.</summary>
public sealed record FormDefinition
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>1, 2, 3…</summary>
    public int Version { get; init; } = 1;

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>Fields in their order on the page.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Whether the form has nothing to fill in at a step, so that tasks with it may be passed in a batch.</summary>
    /// <param name="step">Step, or none.</param>
    public bool CanBeBatched(string? step) => !Fields.Any(field => field.IsRequired && field.RightAt(step) == FieldRight.Edit);

    /// <summary>The definition as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, OfficeJson.Options);

    /// <summary>Reads a definition; a text that is none gives a problem instead.</summary>
    /// <param name="json">JSON as from <see cref="ToJson"/>.</param>
    public static (FormDefinition? Form, IReadOnlyList<Problem> Problems) FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FormDefinition>(json, OfficeJson.Options) is { } form
                ? (form, form.Check())
                : (null, [Unreadable("内容是空的")]);
        }
        catch (JsonException error)
        {
            return (null, [Unreadable($"{error.Path ?? "$"}（第{error.LineNumber + 1}行）处看不懂")]);
        }
        catch (NotSupportedException)
        {
            return (null, [Unreadable("有字段没有写明类型（type）")]);
        }
    }

    /// <summary>Everything that is wrong with the definition.</summary>
    public IReadOnlyList<Problem> Check() => FormDefinitionCheck.Run(this);

    private static Problem Unreadable(string what) => new("FormUnreadable", string.Empty, $"表单定义{what}，请检查后重新导入。");
}
