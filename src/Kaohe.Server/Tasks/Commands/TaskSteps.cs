using Kaohe.Storage;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>Several requests about one task inside one transaction, for ways in that do more than a click: a link in a mail, a reply with attachments.</summary>
public sealed class TaskSteps
{
    private readonly string _taskId;
    private readonly Func<TaskRequest, CancellationToken, Task<TaskAnswer>> _apply;

    internal TaskSteps(KaoheDb db, string taskId, Func<TaskRequest, CancellationToken, Task<TaskAnswer>> apply) => (Db, _taskId, _apply) = (db, taskId, apply);

    /// <summary>The transaction's context; what the caller adds here stands or falls with the requests.</summary>
    public KaoheDb Db { get; }

    /// <summary>The task as it is now in this transaction; null when there is none.</summary>
    public Task<StoredTask?> FindAsync(CancellationToken cancellationToken) => TaskStore.FindAsync(Db, _taskId, cancellationToken);

    /// <summary>Applies a request to the task as it is now. One that is refused ends the transaction: nothing of it stays.</summary>
    /// <param name="request">What is asked; its expected revision is filled in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TaskAnswer> SendAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        var answer = await _apply(request with { ExpectedRevision = (await FindAsync(cancellationToken))?.Task.Revision }, cancellationToken);
        return answer.IsDone ? answer : throw new TaskRefusedException(answer);
    }
}
