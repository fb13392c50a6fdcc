using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Studio.Work;

/// <summary>What one activity of an instance brought about.</summary>
/// <param name="Tasks">Its tasks, newest first.</param>
/// <param name="Documents">Its documents, newest first.</param>
public sealed record WorkOfNode(IReadOnlyList<TaskRow> Tasks, IReadOnlyList<DocumentRow> Documents);

/// <summary>Finds the tasks and documents of an activity in the diagram.</summary>
/// <param name="databases">Contexts.</param>
public sealed class NodeWork(IDbContextFactory<KaoheDb> databases)
{
    private const int Most = 300;

    /// <summary>Tasks and documents of all executions of an activity. Confidential ones are left out: their own pages decide who may know of them.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="activityId">The activity.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WorkOfNode> FindAsync(string instanceId, string activityId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var executions = await db.Journal.Where(line => line.WorkflowInstanceId == instanceId && line.ActivityId == activityId).Select(line => line.ActivityInstanceId).Distinct().ToListAsync(cancellationToken);
        var tasks = await db.Set<TaskRow>().AsNoTracking().Where(task => task.InstanceId == instanceId && executions.Contains(task.ActivityExecutionId!) && !task.IsConfidential)
            .OrderByDescending(task => task.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        var documents = await db.Set<DocumentRow>().AsNoTracking().Where(document => document.InstanceId == instanceId && executions.Contains(document.ActivityExecutionId!) && !document.IsConfidential)
            .OrderByDescending(document => document.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        return new WorkOfNode(tasks, documents);
    }
}
