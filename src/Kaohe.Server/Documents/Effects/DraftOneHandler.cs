using System.Text.Json;
using Kaohe.Activities.Signals;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Facts;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Effects;

/// <summary>
/// Drafts one document: the fields are gathered and merged outside of the transaction; inside, the document is put on record and goes to whoever must
/// act next. One whose fields are not all known stays with 考核办 until they are filled in. One that was sent back goes to its signer again as 考核办 left it.
/// </summary>
internal sealed class DraftOneHandler(
    IDbContextFactory<KaoheDb> databases, IDocumentFacts facts, DocumentFields fields, DocumentRenderer renderer, PdfMaker pdf, DocumentDesks desks, DocumentLedger ledger,
    IOptions<DocumentOptions> options, TimeProvider clock) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var one = effect.Payload<DraftOne>();
        if (one.IsLetter && !pdf.IsReady)
        {
            throw new InvalidOperationException("没有字体，结果通知书无法生成 PDF。请运行 scripts/setup-fonts.sh 后重新投递。");
        }

        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await ReturnedAsync(db, one, cancellationToken) is not null)
            {
                return null;
            }
        }

        var now = clock.GetUtcNow();
        var code = DocumentIds.NewCheckCode();
        var subject = new DocumentSubject(one.Draft.TemplateName, one.Draft.CycleYear, one.UnitId, one.Draft.DueAt, now)
        {
            Given = one.Draft.Data,
            RecipientIds = [.. one.Recipients.Select(unit => unit.UnitId)],
        };
        var values = fields.Draft(subject.Template, await facts.FieldsAsync(subject, cancellationToken), code, now);
        var files = await renderer.MergeAsync(one.Draft.TemplateName, TitleOf(one), values, now, isShown: IsRead(one), cancellationToken: cancellationToken);
        if (files.Problems.Count == 0 || one.Draft.NeedsSignature || one.IsLetter || options.Value.HoldUnsigned || files.Problems.Any(problem => problem.Code != DocumentFields.Missing))
        {
            return new Drafted(values, files.Problems.Count == 0 ? files : await ShownAsync(files), code, now, one.Draft.ReturnReason);
        }

        var (open, gaps) = DocumentFields.WithGaps(one.Draft.TemplateName, values, files.Problems);
        var marked = await renderer.MergeAsync(one.Draft.TemplateName, TitleOf(one), open, now, isShown: IsRead(one), cancellationToken: cancellationToken);
        return new Drafted(open, marked, code, now, $"待补：{string.Join('、', gaps)}");

        async Task<RenderedDocument> ShownAsync(RenderedDocument known) =>
            known.Pdf is null ? await renderer.MergeAsync(one.Draft.TemplateName, TitleOf(one), values, now, cancellationToken: cancellationToken) : known;
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var one = context.Effect.Payload<DraftOne>();
        var desk = await desks.OpenAsync(cancellationToken);
        if (context.Prepared is not Drafted drafted)
        {
            if (await ReturnedAsync(context.Db, one, cancellationToken) is { } returned)
            {
                returned.BookmarkId = one.Draft.BookmarkId;
                returned.Item = one.Draft.Item;
                await SubmitAsync(context, desk, returned, cancellationToken);
            }

            return;
        }

        var id = DocumentIds.Of(context.Effect.Key);
        if (await DocumentStore.FindAsync(context.Db, id, cancellationToken) is not null)
        {
            return;
        }

        var document = New(id, one, drafted);
        var result = desk.Draft(document, context.Now);
        if (!result.IsDone)
        {
            throw new UndeliverableException($"公文“{document.Title}”无法起草：{string.Join("；", result.Problems.Select(problem => problem.Message))}");
        }

        var row = Row(document, one, drafted, context.Now);
        context.Db.Documents.Add(row);
        await DocumentLedger.RecordFilesAsync(context.Db, id, 1, drafted.Files, context.Now, cancellationToken);
        await DocumentStore.SaveAsync(context.Db, row, before: null, result, cancellationToken);
        if (one.Draft.StopsAtDraft)
        {
            await ledger.ResumeAsync(context.Db, row, "drafted", DocumentSignals.Drafted(one.Draft.Item, id, one.Key), cancellationToken);
        }
        else if (drafted.Files.Problems.Count == 0)
        {
            await SubmitAsync(context, desk, row, cancellationToken);
        }
        else
        {
            await ledger.TellIncompleteAsync(context.Db, desk, row, drafted.Files.Problems, context.Now, cancellationToken);
        }
    }

    // A draft that nobody signs is replaced at once by the file with number and seal.
    private bool IsRead(DraftOne one) => one.Draft.NeedsSignature || one.Draft.StopsAtDraft || options.Value.HoldUnsigned;

    private static Task<DocumentRow?> ReturnedAsync(KaoheDb db, DraftOne one, CancellationToken cancellationToken) => db.Documents.FirstOrDefaultAsync(
        row => row.ActivityExecutionId != null && row.ActivityExecutionId == one.ActivityInstanceId && row.Kind == one.Draft.TemplateName && row.ItemKey == one.Key
            && row.State == DocumentState.Drafting && row.Version > 1,
        cancellationToken);

    private static string TitleOf(DraftOne one) => one.Key == one.UnitId && one.Recipients.Count == 1 ? $"{one.Draft.Title}（{one.Recipients[0].Name}）" : one.Draft.Title;

    private async Task SubmitAsync(EffectContext context, DocumentDesk desk, DocumentRow row, CancellationToken cancellationToken)
    {
        var submit = new SubmitDocument { OperationId = $"submit:{row.Id}:{row.Version}", Actor = Actor.System, At = context.Now };
        var submitted = await ledger.ApplyAsync(context.Db, desk, row, submit, cancellationToken, callerGoesOn: true);
        if (!submitted.IsDone || submitted.IsRepeat)
        {
            return;
        }

        // What nobody signs gets its number at once, and asks for seal and issue itself. A number that is refused is asked for again by an effect of its own, which then says so.
        var isNumbered = row is { State: DocumentState.Numbering, StopsAtDraft: false }
            && (await ledger.NumberAsync(context.Db, desk, row, Actor.System, $"number:{context.Effect.Key}", context.Now, cancellationToken)).IsDone;
        if (!isNumbered)
        {
            await ledger.GoOnAsync(context.Db, row, submitted.Document, cancellationToken);
        }
    }

    private OfficialDocument New(string id, DraftOne one, Drafted drafted) => new()
    {
        Id = id,
        Kind = one.Draft.TemplateName,
        Title = TitleOf(one),
        IssuerCode = options.Value.CodeOf(one.Draft.TemplateName),
        DrafterId = Actor.System.Id,
        DrafterName = Actor.System.Name,
        Checkers = one.Draft.NeedsSignature && options.Value.CheckBeforeSigning ? [Candidate.OfRole(Role.Office.Code)] : [],
        Signers = one.Draft.NeedsSignature ? [Candidate.OfRole(one.Draft.SignRole)] : [],
        NeedsReceipts = one.Draft.NeedsReceipts,
        IsKept = one.Draft.IsKept,
        Readers = [.. one.Draft.Readers.Select(Candidate.OfRole)],
        Recipients = one.Draft.IsKept && (one.Draft.IsWithheld || !one.Draft.IsPerUnit) ? [] : one.Recipients,
        Versions = [new DocumentVersion(1, DocumentLedger.FileOf(drafted.Files), drafted.Files.Text, Actor.System.Person.Ref, drafted.At, drafted.Note)],
        UnitId = one.UnitId,
        CycleYear = one.Draft.CycleYear,
        StepCode = one.Draft.StepCode,
        InstanceId = one.InstanceId,
        ActivityExecutionId = one.ActivityInstanceId,
        BookmarkId = one.Draft.BookmarkId,
    };

    private static DocumentRow Row(OfficialDocument document, DraftOne one, Drafted drafted, DateTimeOffset now) => new()
    {
        Id = document.Id,
        Kind = document.Kind,
        Title = document.Title,
        DrafterId = document.DrafterId,
        UnitId = document.UnitId,
        CycleYear = document.CycleYear,
        StepCode = document.StepCode,
        InstanceId = document.InstanceId,
        ActivityExecutionId = document.ActivityExecutionId,
        BookmarkId = document.BookmarkId,
        Item = one.Draft.Item,
        ItemKey = one.Key,
        CreatedAt = now,
        DueAt = one.Draft.DueAt,
        CheckCode = drafted.CheckCode,
        StopsAtDraft = one.Draft.StopsAtDraft,
        Fields = JsonSerializer.Serialize(drafted.Fields, OfficeJson.Options),
        Json = "",
    };

    private sealed record Drafted(IReadOnlyDictionary<string, object?> Fields, RenderedDocument Files, string CheckCode, DateTimeOffset At, string? Note);
}
