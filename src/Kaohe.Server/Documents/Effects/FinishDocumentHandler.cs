using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Acting;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Effects;

/// <summary>Takes a document that nobody has to decide about any more one step on: number; then seal (the final file is made outside of the transaction) and issue.</summary>
internal sealed class FinishDocumentHandler(
    IDbContextFactory<KaoheDb> databases, FinalFiles finals, DocumentDesks desks, DocumentLedger ledger, TimeProvider clock) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = effect.Payload<FinishDocument>().DocumentId;
        return await DocumentStore.FindAsync(db, id, cancellationToken) is { State: DocumentState.Sealing } row
            ? new Final(row.Version, await finals.MakeAsync(row, clock.GetUtcNow(), cancellationToken))
            : null;
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var id = context.Effect.Payload<FinishDocument>().DocumentId;
        if (await DocumentStore.FindAsync(context.Db, id, cancellationToken) is not { } row)
        {
            return;
        }

        var desk = await desks.OpenAsync(cancellationToken);
        switch (row.State)
        {
            case DocumentState.Numbering:
                Demand(await ledger.NumberAsync(context.Db, desk, row, Actor.System, $"number:{context.Effect.Key}", context.Now, cancellationToken));
                break;
            case DocumentState.Sealing:
                await SealAsync(context, desk, row, cancellationToken);
                break;
            case DocumentState.Issuing:
                await IssueAsync(context, desk, row, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task SealAsync(EffectContext context, DocumentDesk desk, DocumentRow row, CancellationToken cancellationToken)
    {
        if (context.Prepared is not Final final || final.Version != row.Version)
        {
            throw new StaleStateException($"Document {row.Id}");
        }

        await DocumentLedger.RecordFilesAsync(context.Db, row.Id, DocumentRenditionRow.Final, final.Files, context.Now, cancellationToken);
        var seal = new SealDocument { OperationId = $"seal:{context.Effect.Key}", Actor = Actor.System, At = context.Now, File = DocumentLedger.FileOf(final.Files) };
        Demand(await ledger.ApplyAsync(context.Db, desk, row, seal, cancellationToken, callerGoesOn: true));
        await IssueAsync(context, desk, row, cancellationToken);
    }

    private async Task IssueAsync(EffectContext context, DocumentDesk desk, DocumentRow row, CancellationToken cancellationToken)
    {
        var issue = new IssueDocument { OperationId = $"issue:{context.Effect.Key}", Actor = Actor.System, At = context.Now };
        Demand(await ledger.ApplyAsync(context.Db, desk, row, issue, cancellationToken));
    }

    private static void Demand(DocumentResult result)
    {
        if (!result.IsDone)
        {
            throw new UndeliverableException($"公文“{result.Document.Title}”：{string.Join("；", result.Problems.Select(problem => problem.Message))}");
        }
    }

    private sealed record Final(long Version, RenderedDocument Files);
}
