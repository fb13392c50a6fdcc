using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Office.Forms;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Tasks.Reading;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Forms;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>Opens the designed form of a task.</summary>
/// <param name="people">Who can be chosen in it.</param>
/// <param name="databases">Units, where no transaction gives its context.</param>
public sealed class DesignedForms(IOfficePeople people, IDbContextFactory<KaoheDb> databases)
{
    // Members of the given data that are about the work before, not fields.
    private static readonly string[] NotFields = ["submitted", "submittedBy", "submittedTaskId", "returnReason"];

    /// <summary>The form of a task.</summary>
    /// <param name="db">Context; also inside the transaction of a command.</param>
    /// <param name="stored">A task with a form.</param>
    /// <param name="data">What is filled in; null for what the flow gives.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The version that the task keeps is not there.</exception>
    public async Task<DesignedForm> OpenAsync(KaoheDb db, StoredTask stored, JsonElement? data, CancellationToken cancellationToken)
    {
        var task = stored.Task;
        var row = await db.Forms.AsNoTracking().SingleOrDefaultAsync(form => form.FormId == task.FormId && form.Version == task.FormVersion, cancellationToken)
            ?? throw new InvalidOperationException($"Form {task.FormId} version {task.FormVersion} of task {task.Id} is not stored.");
        var definition = FormDefinition.FromSchema(row.Schema).Form!;
        var given = Given(definition, stored.Origin.Given);
        var filled = data is null ? given.DeepClone().AsObject() : JsonObject.Create(data.Value.Clone())!;
        foreach (var field in definition.Fields.Where(field => field.RightAt(task.FormStep) != FieldRight.Edit && !filled.ContainsKey(field.Name) && given.ContainsKey(field.Name)))
        {
            filled[field.Name] = given[field.Name]!.DeepClone();
        }

        return new DesignedForm(definition, task.FormStep, filled, await ChoicesAsync(db, cancellationToken))
        {
            Before = JsonSerializer.SerializeToElement(given, Office.OfficeJson.Options),
            GivenFiles = await FilesAsync(db, definition, given, cancellationToken),
        };
    }

    /// <summary>People and units that can be chosen now.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FormChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ChoicesAsync(db, cancellationToken);
    }

    private async Task<FormChoices> ChoicesAsync(KaoheDb db, CancellationToken cancellationToken)
    {
        var directory = await people.DirectoryAsync(cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).DistinctBy(unit => unit.Id).ToList();
        var names = units.ToDictionary(unit => unit.Id, unit => unit.ShortName, StringComparer.Ordinal);
        return new FormChoices(
            [.. directory.People.Where(person => person.IsActive).DistinctBy(person => person.Id).Select(person => new FormChoice(person.Id, PersonLabels.Of(person, names)))],
            [.. units.Select(unit => new FormChoice(unit.Id, unit.ShortName))]);
    }

    private static async Task<IReadOnlyList<TaskFile>> FilesAsync(KaoheDb db, FormDefinition definition, JsonObject given, CancellationToken cancellationToken)
    {
        var ids = definition.Fields.OfType<FileField>().SelectMany(field => given[field.Name] as JsonArray ?? []).Select(id => id?.ToString()).OfType<string>().ToList();
        return ids.Count == 0 ? [] : await db.TaskAttachments.AsNoTracking().Where(file => ids.Contains(file.Id))
            .Select(file => new TaskFile(file.Id, file.Name, file.ContentType, file.Size, file.ByName, file.At)).ToListAsync(cancellationToken);
    }

    private static JsonObject Given(FormDefinition definition, JsonElement? given)
    {
        var known = new JsonObject();
        if (given is { ValueKind: JsonValueKind.Object } data)
        {
            foreach (var member in data.EnumerateObject().Where(member => !NotFields.Contains(member.Name) && definition.Fields.Any(field => field.Name == member.Name)))
            {
                known[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }
        }

        return known;
    }
}
