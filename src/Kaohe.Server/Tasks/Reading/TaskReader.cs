using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Reading;

/// <summary>Reads tasks as one person sees them. What <see cref="TaskAccess"/> does not show is not there.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="lane">Keeps who read confidential tasks.</param>
/// <param name="forms">Forms.</param>
/// <param name="audiences">Names of units.</param>
/// <param name="calendars">The working calendar.</param>
/// <param name="clock">Now.</param>
public sealed class TaskReader(
    IDbContextFactory<KaoheDb> databases, IWriteLane lane, TaskFormDesk forms, IAudienceDirectory audiences, IOfficeCalendar calendars, TimeProvider clock)
{
    /// <summary>A task.</summary>
    /// <returns>None when there is no such task, or the person may not know of it.</returns>
    public async Task<TaskView?> FindAsync(Actor actor, string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await TaskStore.FindAsync(db, id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var access = TaskAccess.Of(stored.Task, actor);
        if (TaskAccess.Show(stored.Task, access.Rights) is not { } shown)
        {
            return null;
        }

        var view = await HeadAsync(shown, access, cancellationToken);
        var history = await TaskStore.HistoryAsync(db, id, cancellationToken);
        if (!access.Allows(TaskRights.ReadContent))
        {
            return view with { History = [.. history.Select(line => line with { Detail = null })] };
        }

        if (shown.IsConfidential)
        {
            await NoteReadAsync(actor, id, cancellationToken);
        }

        return await WithContentAsync(db, actor, view with { Origin = stored.Origin, History = history }, cancellationToken);
    }

    /// <summary>Who has read a confidential task, newest first; nothing for whom it does not concern.</summary>
    /// <param name="actor">Who asks; 考核办 and those who may read it.</param>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TaskReadRow>> ReadsAsync(Actor actor, string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await TaskStore.FindAsync(db, id, cancellationToken);
        return stored is not null && (actor.Is(Role.Office) || TaskAccess.Of(stored.Task, actor).Allows(TaskRights.ReadContent))
            ? await db.TaskReads.AsNoTracking().Where(read => read.TaskId == id).OrderByDescending(read => read.Id).ToListAsync(cancellationToken)
            : [];
    }

    private Task NoteReadAsync(Actor actor, string id, CancellationToken cancellationToken) => lane.RunAsync(
        (db, _) =>
        {
            db.TaskReads.Add(new TaskReadRow { TaskId = id, PersonId = actor.Id, PersonName = actor.Name, At = clock.GetUtcNow() });
            return Task.FromResult(true);
        },
        cancellationToken);

    private async Task<TaskView> HeadAsync(HumanTask task, TaskAccessDecision access, CancellationToken cancellationToken)
    {
        var book = task.CycleYear is { } year ? await audiences.ForYearAsync(year, cancellationToken) : AudienceBook.Empty;
        return new TaskView
        {
            Task = task,
            Rights = access.Rights,
            ClaimsFor = access.ClaimsFor?.Name,
            Origin = TaskOrigin.None,
            Left = RemainingTime.Of(clock.GetUtcNow(), task.DueAt, calendars.Current),
            UnitName = task.UnitId is { } unit ? book.NameOf(unit) : null,
            StepName = task.StepCode is { } step ? StepCodes.NameOf(step) : null,
        };
    }

    private async Task<TaskView> WithContentAsync(KaoheDb db, Actor actor, TaskView view, CancellationToken cancellationToken)
    {
        var stored = new StoredTask(view.Task, view.Origin);
        var (form, context) = view.May(TaskRights.Act)
            ? await forms.OpenAsync(db, stored, clock.GetUtcNow(), cancellationToken)
            : await SubmittedAsync(db, stored, cancellationToken);
        var earlier = view.May(TaskRights.Act) ? await EarlierTasks.OfAsync(db, stored, cancellationToken) : [];
        var round = view.Task.RoundId is { } id ? await TaskStore.FindRoundAsync(db, id, cancellationToken) : null;
        return view with
        {
            Files = await FilesAsync(db, view.Task.Id, cancellationToken),
            Form = form,
            FormContext = context,
            Submitted = await BeforeAsync(db, actor, stored, cancellationToken),
            ReturnTargets = ReturnTask.Targets(view.Task, earlier),
            Round = round,
            Signers = round is null ? [] : SignerLine.Of(round, view.Task, actor),
        };
    }

    private async Task<SubmittedWork?> BeforeAsync(KaoheDb db, Actor actor, StoredTask stored, CancellationToken cancellationToken)
    {
        if (stored.Origin.SubmittedTaskId is not { } taskId
            || await TaskStore.FindAsync(db, taskId, cancellationToken) is not { } before
            || (before.Task.IsConfidential && !TaskAccess.Of(before.Task, actor).Allows(TaskRights.ReadContent)))
        {
            return null;
        }

        var (form, context) = await SubmittedAsync(db, before, cancellationToken);
        return new SubmittedWork(taskId, before.Task.Title, before.Task.EndedByName, before.Task.EndedAt, form, context, await FilesAsync(db, taskId, cancellationToken));
    }

    private async Task<(TaskForm? Form, FormContext? Context)> SubmittedAsync(KaoheDb db, StoredTask stored, CancellationToken cancellationToken) =>
        await forms.SubmittedAsync(db, stored, cancellationToken) is { } form
            ? (form, await forms.ContextAsync(db, stored, form, clock.GetUtcNow(), cancellationToken))
            : (null, null);

    private static async Task<IReadOnlyList<TaskFile>> FilesAsync(KaoheDb db, string taskId, CancellationToken cancellationToken) =>
        [.. (await TaskStore.AttachmentsAsync(db, taskId, cancellationToken)).Select(file => new TaskFile(file.Id, file.Name, file.ContentType, file.Size, file.ByName, file.At))];
}
