using Kaohe.Assessment;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Documents.Acting;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>
/// The one way in which pages, endpoints, mail links and replies act on tasks: loads, lets the desk decide, lets the domain follow, stores; one
/// transaction. Who may do what is decided by <see cref="TaskAccess"/>, inside of the desk.
/// </summary>
/// <param name="lane">The transaction.</param>
/// <param name="desks">People and calendar.</param>
/// <param name="writer">Stores.</param>
/// <param name="scopes">For the domain's effects.</param>
/// <param name="clock">Now.</param>
public sealed class TaskCommands(IWriteLane lane, TaskDesks desks, TaskWriter writer, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Applies a command.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<TaskAnswer> SendAsync(Actor actor, string taskId, TaskRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(actor, taskId, (request as CompleteRequest)?.Secret, (db, work, cancel) => ApplyAsync(db, work, request, cancel), cancellationToken);

    /// <summary>Applies several requests in one transaction, with what the caller stores beside them; when one is refused, all of it is.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="secret">PIN or password, where a signature is given.</param>
    /// <param name="steps">The requests; after a conflict they are made again on a fresh context.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<TaskAnswer> SendAllAsync(
        Actor actor, string taskId, string? secret, Func<TaskSteps, CancellationToken, Task<TaskAnswer>> steps, CancellationToken cancellationToken = default) =>
        RunAsync(actor, taskId, secret, (db, work, cancel) => steps(new TaskSteps(db, taskId, (request, ct) => ApplyAsync(db, work, request, ct)), cancel), cancellationToken);

    private async Task<TaskAnswer> RunAsync(
        Actor actor, string taskId, string? secret, Func<KaoheDb, Work, CancellationToken, Task<TaskAnswer>> mutation, CancellationToken cancellationToken)
    {
        var desk = await desks.OpenAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();

        // Before the transaction: a wrong secret is counted by the account in one of its own.
        var isProven = secret is { Length: > 0 };
        if (isProven && await scope.ServiceProvider.GetRequiredService<SignerProof>().VerifyAsync(actor, secret) is { Count: > 0 } wrong)
        {
            return TaskAnswer.Refused([.. wrong.Select(problem => new Office.Problem("SignerMustConfirmIdentity", problem.Path, problem.Message))]);
        }

        var work = new Work(desk, scope.ServiceProvider, actor, taskId, isProven);
        try
        {
            return await lane.RunAsync((db, cancel) => mutation(db, work, cancel), cancellationToken);
        }
        catch (TaskRefusedException refused)
        {
            return refused.Answer;
        }
        catch (RulesBrokenException broken)
        {
            return TaskAnswer.Refused([.. broken.Problems.Select(problem => new Office.Problem(nameof(RulesBrokenException), problem.Path, problem.Message))]);
        }
        catch (RefusedException refused)
        {
            return new TaskAnswer(TaskAnswerKind.Forbidden, null, [new Office.Problem(nameof(RefusedException), string.Empty, refused.Message)]);
        }
        catch (ConflictException)
        {
            return new TaskAnswer(TaskAnswerKind.Conflict, null, [new Office.Problem(nameof(ConflictException), string.Empty, "别人刚刚改了同一任务，请刷新后再办。")]);
        }
    }

    private async Task<TaskAnswer> ApplyAsync(KaoheDb db, Work work, TaskRequest request, CancellationToken cancellationToken)
    {
        if (await TaskStore.FindAsync(db, work.TaskId, cancellationToken) is not { } stored)
        {
            return TaskAnswer.NotFound;
        }

        var now = clock.GetUtcNow();
        var forms = work.Services.GetRequiredService<TaskFormDesk>();
        var command = await request.ToCommandAsync(new TaskRequestDesk(db, stored, work.Actor, now, forms), cancellationToken);
        var result = new TaskCascade(work.Desk, new TaskShelf(db), now).Run(stored.Task, command);
        if (result.Problems.Count > 0)
        {
            return TaskAnswer.Refused(result.Problems);
        }

        if (result.IsRepeat)
        {
            return TaskAnswer.Done(stored.Task, isRepeat: true);
        }

        var changed = result.Tasks.First(task => task.Id == work.TaskId);
        await writer.WriteAsync(db, work.Desk, result, origins: null, now, cancellationToken);
        if (command is Office.Tasks.Commands.CompleteTask)
        {
            await FollowAsync(db, work, stored, changed, now, cancellationToken);
        }

        return TaskAnswer.Done(changed, isRepeat: false);
    }

    private static async Task FollowAsync(KaoheDb db, Work work, StoredTask stored, HumanTask changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var effects = work.Services.GetServices<ITaskEffect>().Where(effect => effect.Kinds.Contains(changed.Kind)).ToList();
        var completion = new TaskCompletion(db, changed, stored.Origin, changed.FormId is null ? TaskForms.Read(changed.Kind, changed.Data) : null, work.Actor, now) { IsIdentityProven = work.IsProven };
        foreach (var effect in effects)
        {
            // Thrown, not returned: what was written already must not stay.
            var problems = await effect.ApplyAsync(completion, cancellationToken);
            if (problems.Count > 0)
            {
                throw new TaskRefusedException(TaskAnswer.Refused(problems));
            }
        }
    }

    private sealed record Work(TaskDesk Desk, IServiceProvider Services, Actor Actor, string TaskId, bool IsProven);
}
