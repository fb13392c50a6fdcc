using Kaohe.Activities.Effects;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Facts;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Documents.Effects;

/// <summary>Sends a document out that was drafted before and waits: to its signer when it has one, else on to number and issue.</summary>
internal sealed class IssueDocumentHandler(IDocumentFacts facts, DocumentDesks desks, DocumentLedger ledger) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken) =>
        await facts.UnitsAsync(effect.Payload<Activities.Effects.IssueDocument>().Audience, 0, cancellationToken);

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var ask = context.Effect.Payload<Activities.Effects.IssueDocument>();
        if (await DocumentStore.FindAsync(context.Db, ask.DocumentId, cancellationToken) is not { } row)
        {
            throw new UndeliverableException($"没有编号为“{ask.DocumentId}”的公文，无法印发。请检查流程中“公文编号”的来源。");
        }

        var wasKept = row.StopsAtDraft;
        (row.BookmarkId, row.Item, row.StopsAtDraft) = (ask.BookmarkId, ask.Item, false);
        if (row.State is DocumentState.Issued or DocumentState.Archived)
        {
            var input = Activities.Signals.DocumentSignals.Issued(ask.Item, row.Id, row.Number, row.ItemKey ?? AudienceSpec.OnceKey);
            await ledger.ResumeAsync(context.Db, row, $"issued:{ask.BookmarkId}", input, cancellationToken);
            return;
        }

        var document = DocumentStore.Read(row);
        if (row.State != DocumentState.Drafting)
        {
            // On its way; the bookmark hears of the issue. One that a task of the flow had signed has waited for this.
            if (wasKept && row.State == DocumentState.Numbering)
            {
                row.Json = document.Recipients.Count > 0 ? row.Json : DocumentStore.Write(document with { Recipients = (IReadOnlyList<DocumentRecipient>)context.Prepared! });
                await ledger.FinishAsync(context.Db, row, cancellationToken);
            }

            return;
        }

        if (document.Recipients.Count == 0)
        {
            row.Json = DocumentStore.Write(document with { Recipients = (IReadOnlyList<DocumentRecipient>)context.Prepared! });
        }

        var submit = new SubmitDocument { OperationId = $"submit:{context.Effect.Key}", Actor = Actor.System, At = context.Now };
        await ledger.ApplyAsync(context.Db, await desks.OpenAsync(cancellationToken), row, submit, cancellationToken);
    }
}
