using System.Text.Json;
using Kaohe.Activities.Signals;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Acting;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Mail;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents;

/// <summary>
/// Applies commands to stored documents inside one transaction: state, history, files, numbers, mails to whoever is told, and the flow's resume
/// commit together or not at all.
/// </summary>
/// <param name="outbox">Takes what follows.</param>
/// <param name="mails">Tells people.</param>
/// <param name="signTasks">签发 as a task.</param>
/// <param name="feed">Tells open pages.</param>
/// <param name="options">The issuer.</param>
public sealed class DocumentLedger(OutboxWriter outbox, MailDesk mails, SignTasks signTasks, IChangeFeed feed, IOptions<DocumentOptions> options)
{
    /// <summary>Topic of changes of documents; the id is the document's.</summary>
    public const string Topic = "document";

    /// <summary>Applies a command to a row of the transaction, and asks for what follows.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People.</param>
    /// <param name="row">The document, tracked.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="callerGoesOn">Whether the caller takes the document on in the same transaction, so that nothing else has to.</param>
    /// <returns>The answer; nothing is changed when it has problems or repeats.</returns>
    public async Task<DocumentResult> ApplyAsync(
        KaoheDb db, DocumentDesk desk, DocumentRow row, DocumentCommand command, CancellationToken cancellationToken, bool callerGoesOn = false)
    {
        var (before, document) = (row.State, DocumentStore.Read(row));
        var result = desk.Handle(document, command);
        if (!result.IsDone || result.IsRepeat)
        {
            return result;
        }

        await DocumentStore.SaveAsync(db, row, document, result, cancellationToken);
        await signTasks.FollowAsync(db, desk, row, before, result, command.Actor, cancellationToken);
        await TellAsync(db, desk, row, result, cancellationToken);
        await FollowAsync(db, row, result, callerGoesOn, cancellationToken);
        feed.PublishAfterCommit(db, Topic, row.Id);
        return result;
    }

    /// <summary>Gives a document in the right state its number.</summary>
    public async Task<DocumentResult> NumberAsync(
        KaoheDb db, DocumentDesk desk, DocumentRow row, Actor actor, string operationId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var document = DocumentStore.Read(row);
        // A number is only taken from the sequence when the document may have it: a refused command must leave no hole.
        var year = OfficeTime.DateOf(at).Year;
        var probe = await NumberShelf.ReadAsync(db, document.IssuerCode, year, cancellationToken);
        var (sequence, number) = probe.Allocate(document.Id, at);
        var command = new NumberDocument { OperationId = operationId, ExpectedRevision = document.Revision, Actor = actor, At = at, Number = number, Sequence = sequence };
        var tried = desk.Handle(document, command);
        if (tried.IsDone && !tried.IsRepeat)
        {
            await NumberShelf.AllocateAsync(db, document.IssuerCode, year, document.Id, at, cancellationToken);
        }

        return await ApplyAsync(db, desk, row, command, cancellationToken);
    }

    /// <summary>Puts the files of a version on record.</summary>
    public static async Task RecordFilesAsync(KaoheDb db, string documentId, int version, RenderedDocument files, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await DocumentFiles.RecordAsync(db, files.Word, at, cancellationToken);
        if (files.Pdf is { } pdf)
        {
            await DocumentFiles.RecordAsync(db, pdf, at, cancellationToken);
        }

        var row = await DocumentStore.FindFilesAsync(db, documentId, version, cancellationToken);
        if (row is null)
        {
            row = new DocumentRenditionRow { DocumentId = documentId, VersionNumber = version, WordSha256 = files.Word.Sha256, Problems = "[]" };
            db.DocumentRenditions.Add(row);
        }

        (row.WordSha256, row.PdfSha256, row.Pages, row.Problems) = (files.Word.Sha256, files.Pdf?.Sha256, files.Pages, JsonSerializer.Serialize(files.Problems, OfficeJson.Options));
    }

    /// <summary>The file of a version as the aggregate names it.</summary>
    public static DocumentFile FileOf(RenderedDocument files) => new(files.Shown.Sha256, files.Shown.Name, files.Shown.ContentType);

    /// <summary>Tells 考核办 that a draft waits for values that nobody but them knows.</summary>
    public async Task TellIncompleteAsync(KaoheDb db, DocumentDesk desk, DocumentRow row, IReadOnlyList<FieldProblem> problems, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var person in desk.Directory.Expand([Candidate.OfRole(Role.Office.Code)]))
        {
            var text = $"公文“{row.Title}”还缺{problems.Count}处内容，请补填后送签";
            await mails.QueueAsync(db, DocumentMail.Of(row, text, person), $"document:{row.Id}:{row.Version}:incomplete:{person.Id}", at, cancellationToken);
        }
    }

    /// <summary>Resumes the flow that waits for a document.</summary>
    public async Task ResumeAsync(KaoheDb db, DocumentRow row, string milestone, IReadOnlyDictionary<string, object?> input, CancellationToken cancellationToken)
    {
        if (row is { InstanceId: { } instance, BookmarkId: { Length: > 0 } bookmark })
        {
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest
                {
                    Key = $"document:{row.Id}:{row.Version}:{milestone}", Kind = RuntimeEffectKinds.Resume, WorkflowInstanceId = instance, Payload = new ResumeEffect(instance, bookmark, input),
                },
                cancellationToken);
        }
    }

    /// <summary>
    /// Asks for number, seal and issue of what no person decides: after a signature when the office wants it so, else only where nothing was to be signed.
    /// A draft that the flow itself sends out later waits for the flow.
    /// </summary>
    public async Task GoOnAsync(KaoheDb db, DocumentRow row, OfficialDocument document, CancellationToken cancellationToken)
    {
        if (GoesOn(document) && !row.StopsAtDraft)
        {
            await FinishAsync(db, row, cancellationToken);
        }
    }

    /// <summary>Asks for number, seal and issue.</summary>
    public Task FinishAsync(KaoheDb db, DocumentRow row, CancellationToken cancellationToken) => outbox.EnqueueAsync(
        db,
        new OutboxRequest
        {
            Key = $"document:{row.Id}:{row.Version}:finish", Kind = DocumentEffects.Finish, WorkflowInstanceId = row.InstanceId, Payload = new FinishDocument(row.Id),
        },
        cancellationToken);

    private async Task FollowAsync(KaoheDb db, DocumentRow row, DocumentResult result, bool callerGoesOn, CancellationToken cancellationToken)
    {
        var document = result.Document;
        var (item, key) = (row.Item ?? "", row.ItemKey ?? Activities.Effects.AudienceSpec.OnceKey);
        foreach (var line in result.Events)
        {
            switch (line.Kind)
            {
                case DocumentEventKind.Issued:
                    var due = ReportDeadline.CountFrom(DocumentFields.Read(row), OfficeTime.DateOf(document.Signature?.At ?? line.At));
                    await ResumeAsync(db, row, "issued", DocumentSignals.Issued(item, row.Id, row.Number, key, document.Signature?.By.Id, due), cancellationToken);
                    break;
                case DocumentEventKind.Returned:
                    await ResumeAsync(db, row, "returned", DocumentSignals.Returned(item, row.Id, line.Detail ?? "", key, line.ActorId), cancellationToken);
                    break;
                case DocumentEventKind.Voided when document.Number is { } number:
                    await NumberShelf.VoidAsync(db, number, document.VoidReason!, line.At, cancellationToken);
                    break;
                default:
                    break;
            }
        }

        if (!callerGoesOn)
        {
            await GoOnAsync(db, row, document, cancellationToken);
        }
    }

    private bool GoesOn(OfficialDocument document) =>
        document.State is DocumentState.Numbering or DocumentState.Sealing or DocumentState.Issuing && (options.Value.IssueAfterSigning || document.Signers.Count == 0);

    private async Task TellAsync(KaoheDb db, DocumentDesk desk, DocumentRow row, DocumentResult result, CancellationToken cancellationToken)
    {
        if (GoesOn(result.Document))
        {
            return; // nobody has to do what happens by itself
        }

        var last = result.Events.Count > 0 ? result.Events[^1].At : row.CreatedAt;
        foreach (var (notice, index) in result.Notices.Select((notice, index) => (notice, index)))
        {
            var told = desk.Directory.Expand(notice.Who);
            var proxies = told.Select(person => (Person: person, Proxy: ProxyOf(desk, result.Document, person, last))).Where(one => one.Proxy is not null && !told.Contains(one.Proxy));
            await mails.QueueAsync(
                db,
                [
                    .. told.Select(person => (DocumentMail.Of(row, notice.Text, person), $"document:{row.Id}:{row.Version}:{index}:{person.Id}")),
                    .. proxies.Select(one => (DocumentMail.Of(row, $"{notice.Text}（您代{one.Person.Name}）", one.Proxy!), $"document:{row.Id}:{row.Version}:{index}:{one.Proxy!.Id}:{one.Person.Id}")),
                ],
                last,
                cancellationToken);
        }
    }

    // Whoever stands in for a checker or signer is told as well.
    private static Person? ProxyOf(DocumentDesk desk, OfficialDocument document, Person person, DateTimeOffset at) =>
        document.State is DocumentState.Checking or DocumentState.Signing
        && desk.Delegations.Resolve(person.Ref, DocumentAccess.ScopeOf(document), at) is { Principal: not null } resolved
            ? desk.Directory.FindActive(resolved.Assignee.Id)
            : null;
}
