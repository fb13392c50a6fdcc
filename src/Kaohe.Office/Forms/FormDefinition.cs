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

    /// <summary>What the form is for, shown above it; none for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Steps in which the form is filled in, for the rights on its fields; empty when everybody fills in everything.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Fields in their order on the page.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Whether the form has nothing to fill in at a step, so that tasks with it may be passed in a batch.</summary>
    /// <param name="step">Step, or none.</param>
    public bool CanBeBatched(string? step) => !Fields.Any(field => field.IsRequired && field.RightAt(step) == FieldRight.Edit);

    /// <summary>The definition as JSON Schema (draft 2020-12), with what JSON Schema cannot say under <c>x-kaohe</c>.</summary>
    public string ToSchema() => FormSchemaWriter.Write(this).ToJsonString(OfficeJson.Options);

    /// <summary>Reads a definition; a text that is none gives problems instead.</summary>
    /// <param name="schema">JSON Schema as from <see cref="ToSchema"/>.</param>
    public static (FormDefinition? Form, IReadOnlyList<Problem> Problems) FromSchema(string schema) => FormSchemaReader.Read(schema);

    /// <summary>Everything that is wrong with the definition.</summary>
    public IReadOnlyList<Problem> Check() => FormDefinitionCheck.Run(this);
}
