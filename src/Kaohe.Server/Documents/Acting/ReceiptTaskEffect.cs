using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Documents.Acting;

/// <summary>A completed receipt task signs for its documents; one that was signed for on the document's own page stays as it is.</summary>
internal sealed class ReceiptTaskEffect(DocumentDesks desks, DocumentLedger ledger) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.Receipt];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Task.UnitId is not { } unit || completion.SendsBack)
        {
            return [];
        }

        var desk = await desks.OpenAsync(cancellationToken);
        foreach (var id in completion.Origin.DocumentIds)
        {
            if (await DocumentStore.FindAsync(completion.Db, id, cancellationToken) is { } row
                && DocumentStore.Read(row).MissingReceipts.Any(receipt => receipt.UnitId == unit))
            {
                var receive = new ReceiveDocument { OperationId = $"task:{completion.Task.Id}:{completion.Task.Version}", Actor = completion.Actor, At = completion.At, UnitId = unit };
                var result = await ledger.ApplyAsync(completion.Db, desk, row, receive, cancellationToken);
                if (!result.IsDone)
                {
                    return result.Problems;
                }
            }
        }

        return [];
    }
}
