using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Office.Documents;
using Kaohe.Server.Documents.Facts;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;

namespace Kaohe.Server.Documents.Effects;

/// <summary>Turns a request for documents into one effect for each document, so that each renders and commits by itself.</summary>
/// <param name="facts">Units of an audience.</param>
/// <param name="outbox">Takes the effects.</param>
internal sealed class DraftDocumentHandler(IDocumentFacts facts, OutboxWriter outbox) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var draft = effect.Payload<DraftDocument>();
        return await facts.UnitsAsync(draft.Audience, draft.CycleYear, cancellationToken);
    }

    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken) =>
        DraftFanOut.AskAsync(outbox, context, context.Effect.Payload<DraftDocument>(), (IReadOnlyList<DocumentRecipient>)context.Prepared!, isLetter: false, cancellationToken);
}

/// <summary>Turns a request for letters into one effect for each unit.</summary>
/// <param name="facts">Units of an audience.</param>
/// <param name="outbox">Takes the effects.</param>
internal sealed class GenerateLetterHandler(IDocumentFacts facts, OutboxWriter outbox) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var letter = effect.Payload<GenerateLetter>();
        return await facts.UnitsAsync(letter.Audience, letter.CycleYear, cancellationToken);
    }

    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var letter = context.Effect.Payload<GenerateLetter>();
        var draft = new DraftDocument
        {
            BookmarkId = letter.BookmarkId,
            Item = letter.Item,
            StepCode = letter.StepCode,
            CycleYear = letter.CycleYear,
            TemplateName = letter.TemplateName,
            Title = letter.Title,
            Audience = letter.Audience,
            IsPerUnit = true,
            ReportsOpened = true,
            Data = letter.Data,
        };
        return DraftFanOut.AskAsync(outbox, context, draft, (IReadOnlyList<DocumentRecipient>)context.Prepared!, isLetter: true, cancellationToken);
    }
}

/// <summary>Asks for each document by itself.</summary>
internal static class DraftFanOut
{
    public static async Task AskAsync(
        OutboxWriter outbox, EffectContext context, DraftDocument draft, IReadOnlyList<DocumentRecipient> units, bool isLetter, CancellationToken cancellationToken)
    {
        var effect = context.Effect;
        if (!draft.IsPerUnit)
        {
            await AskOneAsync(AudienceSpec.OnceKey, units.Count == 1 ? units[0].UnitId : null, units);
            return;
        }

        if (draft.ReportsOpened && effect.WorkflowInstanceId is { } instance && draft.BookmarkId.Length > 0)
        {
            var opened = DocumentSignals.Opened(draft.Item, units.Select(unit => unit.UnitId));
            await outbox.EnqueueAsync(
                context.Db,
                new OutboxRequest
                {
                    Key = $"{effect.Key}:opened", Kind = RuntimeEffectKinds.Resume, WorkflowInstanceId = instance, Payload = new ResumeEffect(instance, draft.BookmarkId, opened),
                },
                cancellationToken);
        }

        foreach (var unit in units)
        {
            await AskOneAsync(unit.UnitId, unit.UnitId, [unit]);
        }

        Task AskOneAsync(string key, string? unitId, IReadOnlyList<DocumentRecipient> recipients) => outbox.EnqueueAsync(
            context.Db,
            new OutboxRequest
            {
                Key = $"{effect.Key}:{key}",
                Kind = DocumentEffects.DraftOne,
                WorkflowInstanceId = effect.WorkflowInstanceId,
                Payload = new DraftOne(draft, key, unitId, recipients, effect.WorkflowInstanceId, effect.ActivityInstanceId, isLetter),
            },
            cancellationToken);
    }
}
