using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Designed;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>What came of reading a form.</summary>
/// <param name="Data">The form as it will be stored; null when the kind has none, or the outcome sends back without one.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record FormVerdict(JsonElement? Data, IReadOnlyList<Problem> Problems);

/// <summary>Reads and checks forms; the page and the API both come here.</summary>
/// <param name="facts">What forms have to know.</param>
/// <param name="designed">Forms designed in the portal.</param>
public sealed class TaskFormDesk(IFormFacts facts, DesignedForms designed)
{
    /// <summary>Reads what was sent for a task, and checks it.</summary>
    /// <param name="db">Context.</param>
    /// <param name="stored">The task.</param>
    /// <param name="outcome">The outcome it is completed with; one that sends back needs no form.</param>
    /// <param name="data">What was sent.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FormVerdict> ReadAsync(
        KaoheDb db, StoredTask stored, string outcome, JsonElement? data, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What is submitted again after the task has ended reads as it did the first time, so that the repeat is recognised.
        var isRepeat = stored.Task.EndedById == actor.Id;
        if (SendsBack(stored.Task, outcome) || (!isRepeat && !TaskAccess.Of(stored.Task, actor).Allows(TaskRights.Act)))
        {
            return new(null, []);
        }

        var (form, problems) = await ParseAsync(db, stored, data ?? JsonSerializer.SerializeToElement(new { }), cancellationToken);
        if (form is null || isRepeat)
        {
            return new(form is null ? null : TaskForms.Write(form), problems);
        }

        var found = new FormProblems();
        form.Check(await ContextAsync(db, stored, form, now, cancellationToken), found);
        return new(TaskForms.Write(form), found.Found);
    }

    /// <summary>The form to fill in: the draft if there is one, else an empty form with its rows prepared; null when the kind has none.</summary>
    /// <param name="db">Context.</param>
    /// <param name="stored">The task; its draft only as far as the reader may see it.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(TaskForm? Form, FormContext Context)> OpenAsync(KaoheDb db, StoredTask stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var form = stored.Task.Draft is { } draft ? (await ParseAsync(db, stored, draft, cancellationToken)).Form : null;
        form ??= await EmptyAsync(db, stored, cancellationToken);
        var context = await ContextAsync(db, stored, form, now, cancellationToken);
        form?.Prepare(context);
        return (form, context);
    }

    /// <summary>What a form of a task is shown and checked with.</summary>
    /// <param name="db">Context.</param>
    /// <param name="stored">The task.</param>
    /// <param name="form">The form; null when there is none.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FormContext> ContextAsync(KaoheDb db, StoredTask stored, TaskForm? form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var files = (await TaskStore.AttachmentsAsync(db, stored.Task.Id, cancellationToken)).Select(file => file.Id);
        return new FormContext(stored.Task, stored.Origin, await facts.LoadAsync(db, stored, form?.Needs ?? FormNeeds.None, cancellationToken), files.ToHashSet(), now);
    }

    /// <summary>The form as it was submitted; null when there is none, or nothing was submitted.</summary>
    /// <param name="db">Context.</param>
    /// <param name="stored">The task.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TaskForm?> SubmittedAsync(KaoheDb db, StoredTask stored, CancellationToken cancellationToken) => stored.Task.FormId is null
        ? TaskForms.Read(stored.Task.Kind, stored.Task.Data)
        : stored.Task.Data is { ValueKind: JsonValueKind.Object } data ? await designed.OpenAsync(db, stored, data, cancellationToken) : null;

    private async Task<TaskForm?> EmptyAsync(KaoheDb db, StoredTask stored, CancellationToken cancellationToken) => stored.Task.FormId is null
        ? TaskForms.New(stored.Task.Kind)
        : await designed.OpenAsync(db, stored, data: null, cancellationToken);

    private async Task<(TaskForm? Form, IReadOnlyList<Problem> Problems)> ParseAsync(KaoheDb db, StoredTask stored, JsonElement data, CancellationToken cancellationToken)
    {
        if (stored.Task.FormId is not null)
        {
            return data.ValueKind == JsonValueKind.Object
                ? (await designed.OpenAsync(db, stored, data, cancellationToken), [])
                : (null, [Unreadable("内容不是表单数据")]);
        }

        return TaskForms.New(stored.Task.Kind) is null ? (null, []) : Parse(stored.Task.Kind, data);
    }

    private static (TaskForm? Form, IReadOnlyList<Problem> Problems) Parse(string kind, JsonElement data)
    {
        try
        {
            return TaskForms.Read(kind, data) is { } form ? (form, []) : (null, [Unreadable("内容不是表单数据")]);
        }
        catch (JsonException error)
        {
            return (null, [Unreadable($"“{(error.Path ?? "$").Replace("$.", "data.", StringComparison.Ordinal)}”处的内容看不懂")]);
        }
    }

    private static bool SendsBack(HumanTask task, string outcome) =>
        task.Outcomes.FirstOrDefault(one => one.Code == outcome)?.Meaning == OutcomeMeaning.Refuses;

    private static Problem Unreadable(string what) => new("FormUnreadable", "data", $"{what}，请刷新页面后重新填写。");
}
