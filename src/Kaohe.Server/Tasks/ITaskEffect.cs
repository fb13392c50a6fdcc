using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks;

/// <summary>
/// What a completed form does to the domain, inside the transaction that completes the task. The feature that owns the records implements it for the
/// kinds it cares about and registers it with <c>services.AddTaskEffect&lt;T&gt;()</c>. A scope is made for each completion.
/// </summary>
public interface ITaskEffect
{
    /// <summary>Kinds of tasks (<see cref="Activities.TaskKinds"/>) that it is called for.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>
    /// Changes the records. It works on <see cref="TaskCompletion.Db"/> only and leaves saving to the caller; after a conflict it runs again on a fresh
    /// context. A task that was sent back is completed again, so the same records may have to be written anew.
    /// </summary>
    /// <param name="completion">What was completed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What stands against it, with paths into the form; empty when it is done. A <see cref="Assessment.RulesBrokenException"/> is answered alike.</returns>
    Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken);
}

/// <summary>A task that is being completed.</summary>
/// <param name="Db">The transaction's context.</param>
/// <param name="Task">The task after its completion: outcome, opinion, unit, year, step.</param>
/// <param name="Origin">What the task came with: item, key, documents, given data (with <c>submitted</c>, <c>submittedTaskId</c>).</param>
/// <param name="Form">The form as its type (<see cref="TaskForms"/>); null when the kind has none or the outcome sends back.</param>
/// <param name="Actor">Who completes it.</param>
/// <param name="At">Now.</param>
public sealed record TaskCompletion(KaoheDb Db, HumanTask Task, TaskOrigin Origin, object? Form, Actor Actor, DateTimeOffset At)
{
    /// <summary>Whether the person has proved with PIN or password, for this very act, that it is them.</summary>
    public bool IsIdentityProven { get; init; }

    /// <summary>Whether the outcome refuses or sends back; then what was submitted before does not become valid.</summary>
    public bool SendsBack => Task.Outcomes.FirstOrDefault(outcome => outcome.Code == Task.OutcomeCode)?.Meaning == OutcomeMeaning.Refuses;

    /// <summary>The task whose work this one is about (<c>submittedTaskId</c> of the given data); null when there is none.</summary>
    public string? SubmittedTaskId => Origin.SubmittedTaskId;

    /// <summary>What the work before had submitted (<c>submitted</c> of the given data), as JSON; null when there is none.</summary>
    public JsonElement? Submitted => Origin.Given is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("submitted", out var submitted) ? submitted : null;
}
