using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Effects;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Acting;

/// <summary>A head who has signed the 责任书 by task has signed the paper: its history says so, and a copy is made with the day, the 责任分解 and, where there is one, the picture of the signature.</summary>
/// <param name="desks">People.</param>
/// <param name="ledger">Applies the command.</param>
/// <param name="outbox">Asks for the copy.</param>
internal sealed class CountersignEffect(DocumentDesks desks, DocumentLedger ledger, OutboxWriter outbox) : ITaskEffect
{
    private const string Paper = "责任书";

    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.ResponsibilitySigning];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var (db, task) = (completion.Db, completion.Task);
        if (completion.SendsBack || task.UnitId is not { } unit)
        {
            return [];
        }

        var row = await db.Documents.Where(one => one.Kind == Paper && one.UnitId == unit && one.CycleYear == task.CycleYear && one.State == DocumentState.Issued)
            .OrderByDescending(one => one.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return []; // the office has signed it on paper
        }

        var principal = task is { PrincipalId: { } id, PrincipalName: { } name } ? new PersonRef(id, name) : null;
        var operation = $"task:{task.Id}:{task.Version}";
        var countersign = new CountersignDocument { OperationId = operation, Actor = completion.Actor, At = completion.At, Principal = principal };
        var result = await ledger.ApplyAsync(db, await desks.OpenAsync(cancellationToken), row, countersign, cancellationToken);
        if (result.IsDone)
        {
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest { Key = $"countersigned:{row.Id}:{operation}", Kind = DocumentEffects.Countersign, WorkflowInstanceId = row.InstanceId, Payload = new Countersign(row.Id, completion.Actor.Id) },
                cancellationToken);
        }

        return []; // whoever may do the task has done it; a paper that the person cannot see gets no signature of theirs
    }
}
