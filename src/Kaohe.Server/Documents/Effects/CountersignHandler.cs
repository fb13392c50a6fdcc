using Kaohe.Server.Documents.Acting;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Effects;

/// <summary>Makes the copy of an issued paper that carries the recipient's signature. The files that went out are not touched.</summary>
internal sealed class CountersignHandler(IDbContextFactory<KaoheDb> databases, FinalFiles finals) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var (id, person) = effect.Payload<Countersign>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await DocumentStore.FindAsync(db, id, cancellationToken) is { IssuedAt: not null } row
            ? await finals.CountersignedAsync(row, person, cancellationToken)
            : null;
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        if (context.Prepared is RenderedDocument files)
        {
            await DocumentLedger.RecordFilesAsync(context.Db, context.Effect.Payload<Countersign>().DocumentId, DocumentRenditionRow.Countersigned, files, context.Now, cancellationToken);
        }
    }
}
