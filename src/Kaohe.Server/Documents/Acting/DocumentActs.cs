using System.Security.Claims;
using System.Text.Json;
using Kaohe.Documents.Templates;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;

namespace Kaohe.Server.Documents.Acting;

/// <summary>
/// What people do with documents, behind the pages and the endpoints alike: load, one command of <see cref="DocumentDesk"/>, save, in one transaction.
/// Rendering happens before it.
/// </summary>
public sealed class DocumentActs(
    ICurrentActor current, DocumentReader reader, DocumentDesks desks, DocumentLedger ledger, DocumentRenderer renderer, FinalFiles finals, SignerProof proof, IWriteLane lane, TimeProvider clock)
{
    /// <summary>Note of a version that was written in Word and uploaded.</summary>
    public const string UploadNote = "上传修改稿";

    private const string FieldsNote = "补填内容";

    /// <summary>签发.</summary>
    public async Task<ActResult> SignAsync(string id, ClaimsPrincipal principal, SignRequest request, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        if (await reader.FindAsync(id, actor, cancellationToken) is not { } view)
        {
            return Invisible;
        }

        // A person who may not sign is told so and not asked for a password; a repeated click is answered as the first.
        var proven = view.Document.State == DocumentState.Signing && view.Access.Allows(DocumentRights.Sign) ? await proof.VerifyAsync(principal, request.Secret) : [];
        return proven.Count > 0
            ? new ActResult(AnswerOf(view.Document), proven)
            : await ApplyAsync(id, actor, at => new SignDocument
            {
                OperationId = OperationOf(request.OperationId, "sign"),
                ExpectedRevision = request.Revision ?? view.Document.Revision,
                Actor = actor,
                At = at,
                Sha256 = request.Sha256 ?? "",
                IdentityConfirmed = true,
                Opinion = Trimmed(request.Opinion),
                Findings = DocumentProblems.AsFindings(view.Problems),
            }, cancellationToken);
    }

    /// <summary>核稿通过: it goes on to the signer.</summary>
    public Task<ActResult> CheckAsync(string id, ReasonRequest request, CancellationToken cancellationToken = default) => ApplyAsync(
        id, (actor, at) => new PassCheck { OperationId = OperationOf(request.OperationId, "check"), ExpectedRevision = request.Revision, Actor = actor, At = at, Opinion = Trimmed(request.Text) }, cancellationToken);

    /// <summary>退回 with the reason.</summary>
    public async Task<ActResult> ReturnAsync(string id, ReasonRequest request, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        return await reader.FindAsync(id, actor, cancellationToken) is { } view
            ? await ApplyAsync(id, actor, at => new ReturnDocument
            {
                OperationId = OperationOf(request.OperationId, "return"),
                ExpectedRevision = request.Revision ?? view.Document.Revision,
                Actor = actor,
                At = at,
                From = view.Document.State,
                Reason = Trimmed(request.Text) ?? "",
            }, cancellationToken)
            : Invisible;
    }

    /// <summary>编号.</summary>
    public async Task<ActResult> NumberAsync(string id, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        return await ChangeAsync(id, actor, (db, desk, row, at, cancel) => ledger.NumberAsync(db, desk, row, actor, OperationOf(null, "number"), at, cancel), cancellationToken);
    }

    /// <summary>用印: makes the final files.</summary>
    public async Task<ActResult> SealAsync(string id, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        if (await reader.FindAsync(id, actor, cancellationToken) is not { } view)
        {
            return Invisible;
        }

        if (view.Document.State != DocumentState.Sealing || !view.Access.Allows(DocumentRights.Manage))
        {
            var refused = new DocumentFile("", "", "");
            return await ApplyAsync(id, actor, at => new SealDocument { OperationId = OperationOf(null, "seal"), ExpectedRevision = view.Document.Revision, Actor = actor, At = at, File = refused }, cancellationToken);
        }

        var files = await finals.MakeAsync(view.Row, clock.GetUtcNow(), cancellationToken);
        return await ChangeAsync(id, actor, async (db, desk, row, at, cancel) =>
        {
            var seal = new SealDocument { OperationId = OperationOf(null, "seal"), ExpectedRevision = view.Document.Revision, Actor = actor, At = at, File = DocumentLedger.FileOf(files) };
            var result = await ledger.ApplyAsync(db, desk, row, seal, cancel);
            if (result.IsDone)
            {
                await DocumentLedger.RecordFilesAsync(db, id, DocumentRenditionRow.Final, files, at, cancel);
            }

            return result;
        }, cancellationToken);
    }

    /// <summary>印发.</summary>
    public Task<ActResult> IssueAsync(string id, CancellationToken cancellationToken = default) =>
        ApplyAsync(id, (actor, at) => new IssueDocument { OperationId = OperationOf(null, "issue"), Actor = actor, At = at }, cancellationToken);

    /// <summary>签收 for the person's unit.</summary>
    public Task<ActResult> ReceiveAsync(string id, ReceiveRequest request, CancellationToken cancellationToken = default) => ApplyAsync(
        id,
        (actor, at) => new ReceiveDocument
        {
            OperationId = OperationOf(request.OperationId, "receive"), Actor = actor, At = at, UnitId = request.UnitId ?? actor.Person.UnitIds.FirstOrDefault() ?? "",
        },
        cancellationToken);

    /// <summary>催签收.</summary>
    public Task<ActResult> UrgeAsync(string id, CancellationToken cancellationToken = default) =>
        ApplyAsync(id, (actor, at) => new UrgeReceipts { OperationId = OperationOf(null, "urge"), Actor = actor, At = at }, cancellationToken);

    /// <summary>归档.</summary>
    public Task<ActResult> ArchiveAsync(string id, ReasonRequest request, CancellationToken cancellationToken = default) => ApplyAsync(
        id, (actor, at) => new ArchiveDocument { OperationId = OperationOf(request.OperationId, "archive"), ExpectedRevision = request.Revision, Actor = actor, At = at, Reason = Trimmed(request.Text) }, cancellationToken);

    /// <summary>作废, with its number.</summary>
    public Task<ActResult> VoidAsync(string id, ReasonRequest request, CancellationToken cancellationToken = default) => ApplyAsync(
        id, (actor, at) => new VoidDocument { OperationId = OperationOf(request.OperationId, "void"), ExpectedRevision = request.Revision, Actor = actor, At = at, Reason = Trimmed(request.Text) ?? "" }, cancellationToken);

    /// <summary>留言.</summary>
    public Task<ActResult> CommentAsync(string id, ReasonRequest request, CancellationToken cancellationToken = default) => ApplyAsync(
        id, (actor, at) => new CommentOnDocument { OperationId = OperationOf(request.OperationId, "comment"), Actor = actor, At = at, Text = Trimmed(request.Text) ?? "" }, cancellationToken);

    /// <summary>考核办 fills in what the records do not know; a new version. Once nothing is missing it goes on.</summary>
    public async Task<ActResult> FillAsync(string id, FieldsRequest request, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        if (await reader.FindAsync(id, actor, cancellationToken) is not { } view)
        {
            return Invisible;
        }

        if (Refusal(view) is { } refusal)
        {
            return refusal;
        }

        var (values, problems) = Merged(view, request.Fields);
        if (problems.Count > 0)
        {
            return new ActResult(AnswerOf(view.Document), problems);
        }

        var files = await renderer.MergeAsync(view.Row.Kind, view.Document.Title, values, clock.GetUtcNow(), cancellationToken: cancellationToken);
        return await ReviseAsync(view, actor, files, FieldsNote, JsonSerializer.Serialize(values, OfficeJson.Options), request.Submit, cancellationToken);
    }

    /// <summary>考核办 puts a Word file that was corrected by hand in the place of the draft; a new version.</summary>
    /// <exception cref="Kaohe.Documents.DocumentRefusedException">The file is broken, dangerous or too large.</exception>
    public async Task<ActResult> UploadAsync(string id, Stream word, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        if (await reader.FindAsync(id, actor, cancellationToken) is not { } view)
        {
            return Invisible;
        }

        return Refusal(view) is { } refusal
            ? refusal
            : await ReviseAsync(view, actor, await renderer.TakeAsync(word, view.Row.Kind, view.Document.Title, clock.GetUtcNow(), cancellationToken), UploadNote, fields: null, submit: false, cancellationToken);
    }

    /// <summary>送签: 考核办 sends a draft on.</summary>
    public async Task<ActResult> SubmitAsync(string id, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        if (await reader.FindAsync(id, actor, cancellationToken) is not { } view)
        {
            return Invisible;
        }

        return Refusal(view) is { } refusal ? refusal
            : view.Problems.Count > 0 ? new ActResult(AnswerOf(view.Document), view.Problems)
            : await ApplyAsync(id, actor, at => new SubmitDocument { OperationId = OperationOf(null, "submit"), ExpectedRevision = view.Document.Revision, Actor = actor, At = at }, cancellationToken);
    }

    private static ActResult Invisible => new(null, [new FieldProblem("", "没有这份公文，或者您无权查看。")]);

    private static DocumentAnswer AnswerOf(OfficialDocument document) =>
        new(document.Id, document.State, DocumentLabels.Of(document.State), document.Number?.ToString(), document.Revision);

    private static string OperationOf(string? given, string verb) => string.IsNullOrWhiteSpace(given) ? $"{verb}:{Guid.NewGuid():N}" : given;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // The product drafts; 考核办 corrects in its place.
    private static ActResult? Refusal(DocumentView view) =>
        !view.Access.Allows(DocumentRights.Manage) ? new ActResult(AnswerOf(view.Document), [new FieldProblem("", "只有考核办能修改这份公文。")])
        : view.Document.State != DocumentState.Drafting ? new ActResult(AnswerOf(view.Document), [new FieldProblem("", $"公文现在是“{DocumentLabels.Of(view.Document.State)}”，不能修改；退回后才能改。")])
        : null;

    private static (Dictionary<string, object?> Values, IReadOnlyList<FieldProblem> Problems) Merged(DocumentView view, IReadOnlyDictionary<string, string?> given)
    {
        var values = DocumentFields.Read(view.Row);
        var catalogue = TemplateCatalogue.Find(view.Row.Kind)?.Fields.ToDictionary(field => field.Name) ?? [];
        List<FieldProblem> problems = [];
        foreach (var (name, text) in given.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
        {
            if (FieldValues.TryRead(catalogue.GetValueOrDefault(name), text!.Trim(), out var value, out var wrong))
            {
                values[name] = value;
            }
            else
            {
                problems.Add(new FieldProblem($"fields.{name}", $"“{name}”{wrong}"));
            }
        }

        return (values, problems);
    }

    private Task<ActResult> ReviseAsync(DocumentView view, Actor actor, RenderedDocument files, string note, string? fields, bool submit, CancellationToken cancellationToken) =>
        ChangeAsync(view.Row.Id, actor, async (db, desk, row, at, cancel) =>
        {
            var revise = new ReviseDocument
            {
                OperationId = OperationOf(null, "revise"),
                ExpectedRevision = view.Document.Revision,
                Actor = actor,
                At = at,
                File = DocumentLedger.FileOf(files),
                Text = files.Text,
                Note = note,
            };
            var revised = await ledger.ApplyAsync(db, desk, row, revise, cancel);
            if (!revised.IsDone)
            {
                return revised;
            }

            row.Fields = fields ?? row.Fields;
            await DocumentLedger.RecordFilesAsync(db, row.Id, revised.Document.Current.Number, files, at, cancel);
            return submit && files.Problems.Count == 0
                ? await ledger.ApplyAsync(db, desk, row, new SubmitDocument { OperationId = OperationOf(null, "submit"), ExpectedRevision = revised.Document.Revision, Actor = actor, At = at }, cancel)
                : revised;
        }, cancellationToken);

    private async Task<ActResult> ApplyAsync(string id, Func<Actor, DateTimeOffset, DocumentCommand> command, CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync(cancellationToken);
        return await ApplyAsync(id, actor, at => command(actor, at), cancellationToken);
    }

    private Task<ActResult> ApplyAsync(string id, Actor actor, Func<DateTimeOffset, DocumentCommand> command, CancellationToken cancellationToken)
    {
        var asked = command(clock.GetUtcNow());
        return ChangeAsync(id, actor, (db, desk, row, _, cancel) => ledger.ApplyAsync(db, desk, row, OnCurrent(asked, row), cancel), cancellationToken);
    }

    // A caller that does not say which revision it has seen means the one in force.
    private static DocumentCommand OnCurrent(DocumentCommand command, DocumentRow row) =>
        command.ExpectedRevision is null ? command with { ExpectedRevision = DocumentStore.Read(row).Revision } : command;

    private async Task<ActResult> ChangeAsync(
        string id, Actor actor, Func<KaoheDb, DocumentDesk, DocumentRow, DateTimeOffset, CancellationToken, Task<DocumentResult>> change, CancellationToken cancellationToken)
    {
        var desk = await desks.OpenAsync(cancellationToken);
        return await lane.RunAsync(async (db, cancel) =>
        {
            if (await DocumentStore.FindAsync(db, id, cancel) is not { } row || DocumentAccess.Of(DocumentStore.Read(row), actor).Rights == DocumentRights.None)
            {
                return Invisible;
            }

            var result = await change(db, desk, row, clock.GetUtcNow(), cancel);
            return new ActResult(AnswerOf(result.Document), [.. Problems.From(result.Problems)]);
        }, cancellationToken);
    }
}
