using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Server.Documents;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Completions;

/// <summary>签收: the receipt that a unit's task confirms is put on the document itself, so that nobody has to confirm it twice.</summary>
/// <param name="desks">Decides about documents.</param>
/// <param name="ledger">Stores them.</param>
internal sealed class DocumentReceived(DocumentDesks desks, DocumentLedger ledger) : ITaskEffect
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.Receipt];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Task.UnitId is not { } unit)
        {
            return [];
        }

        var desk = await desks.OpenAsync(cancellationToken);
        List<Problem> problems = [];
        foreach (var id in completion.Origin.DocumentIds)
        {
            if (await completion.Db.Documents.FindAsync([id], cancellationToken) is { State: DocumentState.Issued } row)
            {
                var receive = new ReceiveDocument { OperationId = $"receipt:{completion.Task.Id}:{id}", Actor = completion.Actor, At = completion.At, UnitId = unit };
                problems.AddRange((await ledger.ApplyAsync(completion.Db, desk, row, receive, cancellationToken)).Problems);
            }
        }

        return problems;
    }
}
