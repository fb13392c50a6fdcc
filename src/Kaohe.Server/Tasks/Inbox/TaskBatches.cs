using System.Collections.Concurrent;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Shell.Work;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>Runs what is done with many tasks, one task after the other through <see cref="TaskCommands"/>, as long work that can be left and stopped.</summary>
/// <param name="works">Long work.</param>
/// <param name="commands">Commands on tasks; they ask for the right to each.</param>
/// <param name="databases">Reads.</param>
public sealed class TaskBatches(LongWorkDesk works, TaskCommands commands, IDbContextFactory<KaoheDb> databases)
{
    private const int KeptForEach = 5;
    private readonly ConcurrentDictionary<string, TaskBatch> _batches = new(StringComparer.Ordinal);

    /// <summary>Starts and returns at once.</summary>
    /// <param name="ownerId">Account that starts it.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">What is done.</param>
    /// <param name="lines">With which tasks.</param>
    /// <param name="words">Words to the people, or the opinion.</param>
    public TaskBatch Start(string ownerId, Actor actor, BatchAct act, IReadOnlyList<TaskLine> lines, string? words)
    {
        var batch = new TaskBatch(act, lines, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        _batches[batch.Id] = batch;
        batch.Work = works.Start(ownerId, $"{Name(act)} {lines.Count} 项任务", (_, work, cancel) => RunAsync(batch, actor, work, cancel));
        foreach (var old in _batches.Values.Where(one => one.Work?.OwnerId == ownerId && one.Work.State != LongWorkState.Running && one != batch).SkipLast(KeptForEach))
        {
            _batches.TryRemove(old.Id, out _);
        }

        return batch;
    }

    /// <summary>One by id; null when it is unknown or another person's.</summary>
    /// <param name="ownerId">The account that asks.</param>
    /// <param name="id">Id.</param>
    public TaskBatch? Find(string ownerId, string id) => _batches.TryGetValue(id, out var batch) && batch.Work.OwnerId == ownerId ? batch : null;

    /// <summary>The act as a word.</summary>
    /// <param name="act">The act.</param>
    public static string Name(BatchAct act) => act == BatchAct.Urge ? "批量催办" : "批量通过";

    private async Task RunAsync(TaskBatch batch, Actor actor, LongWork work, CancellationToken cancellationToken)
    {
        work.Report(0, batch.Lines.Count);
        foreach (var line in batch.Lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var problem = batch.Act == BatchAct.Urge
                ? Problem(await commands.SendAsync(actor, line.Id, new UrgeRequest { OperationId = $"{batch.Id}/{line.Id}", Message = batch.Words }, cancellationToken))
                : await ApproveAsync(batch, actor, line.Id, cancellationToken);
            batch.Add(new BatchAnswer(line.Id, line.Title, problem is null, problem ?? (batch.Act == BatchAct.Urge ? "已催办" : "已通过")));
            work.Report(batch.Answers.Count, batch.Lines.Count, line.Title);
        }

        var done = batch.Answers.Count(answer => answer.IsDone);
        work.Finish(done == batch.Lines.Count ? $"{done} 项全部办妥。" : $"{done} 项办妥，{batch.Lines.Count - done} 项没有办，原因见下。", $"/tasks/batch/{batch.Id}");
    }

    private async Task<string?> ApproveAsync(TaskBatch batch, Actor actor, string taskId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await TaskStore.FindAsync(db, taskId, cancellationToken) is not { } stored || TaskAccess.Of(stored.Task, actor) is not { } access || !access.Allows(TaskRights.ReadHeader))
        {
            return TaskAnswer.NotFound.Problems[0].Message;
        }

        var task = stored.Task;
        if (new ApprovalMustNeedNothingElse(task) is var rule && rule.IsBroken())
        {
            return rule.Message;
        }

        if (!access.Allows(TaskRights.Act) && access.Allows(TaskRights.Claim))
        {
            var claimed = await commands.SendAsync(actor, taskId, new ClaimRequest { OperationId = $"{batch.Id}/claim/{taskId}", ExpectedRevision = task.Revision }, cancellationToken);
            if (!claimed.IsDone)
            {
                return Problem(claimed);
            }

            task = claimed.Task!;
        }

        return Problem(await commands.SendAsync(
            actor,
            taskId,
            new CompleteRequest
            {
                OperationId = $"{batch.Id}/{taskId}", ExpectedRevision = task.Revision, Outcome = ApprovalMustNeedNothingElse.OutcomeOf(task)!.Code, Opinion = batch.Words,
            },
            cancellationToken));
    }

    private static string? Problem(TaskAnswer answer) => answer.IsDone ? null : string.Join("；", answer.Problems.Select(problem => problem.Message));
}
