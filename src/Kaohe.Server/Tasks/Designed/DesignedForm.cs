using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Office.Forms;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Reading;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>A form designed in the portal, as one task fills it in.</summary>
/// <param name="definition">The version that the task keeps.</param>
/// <param name="step">Step of the form that the task is; null for none.</param>
/// <param name="data">What is filled in.</param>
/// <param name="choices">People, units and files that can be chosen.</param>
public sealed class DesignedForm(FormDefinition definition, string? step, JsonObject data, FormChoices choices) : TaskForm
{
    private const string Prefix = "data.";

    /// <summary>The version that the task keeps.</summary>
    public FormDefinition Definition => definition;

    /// <summary>Step of the form that the task is; null for none.</summary>
    public string? Step => step;

    /// <summary>What is filled in; pages write here.</summary>
    public JsonObject Data => data;

    /// <summary>People, units and files that can be chosen.</summary>
    public FormChoices Choices => choices;

    /// <summary>What the step before had filled in; fields that may only be read keep it.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>Files that the flow hands on from an earlier task.</summary>
    public IReadOnlyList<TaskFile> GivenFiles { get; init; } = [];

    /// <summary>Fields that are shown at this step.</summary>
    public IEnumerable<FormField> Shown => definition.Fields.Where(one => one.RightAt(step) != FieldRight.Hidden);

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var problem in Problems(context.Attachments))
        {
            problems.Add(problem.Path.StartsWith(Prefix, StringComparison.Ordinal) ? problem.Path[Prefix.Length..] : string.Empty, problem.Message);
        }
    }

    /// <summary>Everything that is wrong now; the page asks while it is filled in, the product once more when it is submitted.</summary>
    /// <param name="files">Ids of the files on the task.</param>
    public IReadOnlyList<Office.Problem> Problems(IReadOnlySet<string> files) =>
        new FormValidator(definition, new FormLookups(choices.HasPerson, choices.HasUnit, id => files.Contains(id) || GivenFiles.Any(file => file.Id == id))).Check(ToElement(), step, Before);

    /// <summary>What is filled in, as far as this step may see it.</summary>
    public JsonElement ToShownElement() => JsonSerializer.SerializeToElement(
        new JsonObject(Shown.Where(field => data.ContainsKey(field.Name)).Select(field => KeyValuePair.Create(field.Name, data[field.Name]?.DeepClone()))), Office.OfficeJson.Options);

    /// <summary>What is filled in, as it is stored.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(data, Office.OfficeJson.Options);
}
