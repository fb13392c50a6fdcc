using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Tasks;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>
/// Ends and deletes instances. What has given somebody a task or made a document is a record of the assessment and is never deleted; trials are.
/// </summary>
/// <param name="databases">Looks what an instance left behind.</param>
/// <param name="runtime">Ends and deletes.</param>
internal sealed class InstanceKeeper(IDbContextFactory<KaoheDb> databases, WorkflowRuntime runtime)
{
    /// <summary>Deletes an instance.</summary>
    /// <returns>Why it was not deleted; null when it was, or when there is none.</returns>
    public async Task<string?> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await db.WorkflowInstances.Where(instance => instance.Id == id).Select(instance => (WorkflowStatus?)instance.Status).FirstOrDefaultAsync(cancellationToken) is not { } status)
            {
                return null;
            }

            if (await IsRecordAsync(db, id, cancellationToken))
            {
                return "这个流程实例办理过任务或公文，是考核档案的一部分，不能删除。";
            }

            if (status == WorkflowStatus.Running)
            {
                return "这个流程实例还在运行，请先取消，再删除。";
            }
        }

        await runtime.DeleteAsync(id, cancellationToken);
        return null;
    }

    /// <summary>Ends an instance as cancelled.</summary>
    /// <returns>Whether it was running.</returns>
    public async Task<bool> CancelAsync(string id, string person, CancellationToken cancellationToken) =>
        (await runtime.CancelAsync(id, $"{person}在流程设计器中取消。", alongside: null, cancellationToken)).Ran;

    private static async Task<bool> IsRecordAsync(KaoheDb db, string id, CancellationToken cancellationToken) =>
        await db.Cycles.AnyAsync(cycle => cycle.WorkflowInstanceId == id, cancellationToken)
        || await db.Rectifications.AnyAsync(rectification => rectification.WorkflowInstanceId == id, cancellationToken)
        || await db.Tasks.AnyAsync(task => task.InstanceId == id, cancellationToken)
        || await db.Documents.AnyAsync(document => document.InstanceId == id, cancellationToken);
}
