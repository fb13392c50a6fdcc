using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>Which live tasks a sweep is about.</summary>
/// <param name="InstanceId">The instance that opened them.</param>
/// <param name="ActivityExecutionId">The execution that opened them.</param>
/// <param name="Item">Only this item; null for all.</param>
/// <param name="Keys">Only these keys of it; null for all.</param>
internal sealed record TaskSweepScope(string InstanceId, string ActivityExecutionId, string? Item, IReadOnlyList<string>? Keys);

/// <summary>Sends a command of the product to every live task of an activity, inside the transaction of an effect.</summary>
/// <param name="writer">Stores what comes of it.</param>
internal sealed class TaskSweep(TaskWriter writer)
{
    /// <summary>Sends the command; the handler has prepared the <see cref="TaskDesk"/>.</summary>
    /// <param name="context">The effect.</param>
    /// <param name="scope">Which tasks.</param>
    /// <param name="command">The command for a task; none to leave it alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UndeliverableException">A task refuses; nothing is changed.</exception>
    public async Task SendAsync(EffectContext context, TaskSweepScope scope, Func<HumanTask, TaskCommand?> command, CancellationToken cancellationToken)
    {
        var desk = (TaskDesk)context.Prepared!;
        var rows = await context.Db.Tasks
            .Where(task => task.IsLive && task.InstanceId == scope.InstanceId && task.ActivityExecutionId == scope.ActivityExecutionId
                && (scope.Item == null || task.Item == scope.Item)
                && (scope.Keys == null || scope.Keys.Contains(task.ItemKey)))
            .OrderBy(task => task.Id)
            .ToListAsync(cancellationToken);
        foreach (var task in rows.Select(TaskStore.Read))
        {
            if (command(task) is not { } sent)
            {
                continue;
            }

            var result = new TaskCascade(desk, new TaskShelf(context.Db), context.Now).Run(task, sent);
            if (result.Problems.Count > 0)
            {
                throw new UndeliverableException($"任务“{task.Title}”不能{sent.Verb}：{string.Join("；", result.Problems.Select(problem => problem.Message))}");
            }

            await writer.WriteAsync(context.Db, desk, result, origins: null, context.Now, cancellationToken);
        }
    }
}
