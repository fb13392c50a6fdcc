using Kaohe.Office.Documents.Rules;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Commands;

/// <summary>签发: a leader signs the file just read, with password or PIN again. A proxy signs only within a delegation for signing; both names are recorded.</summary>
public sealed record SignDocument : DocumentCommand
{
    /// <summary>Hash of the file that was shown.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the person's own password or PIN was asked for again and was right.</summary>
    public required bool IdentityConfirmed { get; init; }

    /// <summary>The leader's words, e.g. 同意印发.</summary>
    public string? Opinion { get; init; }

    /// <inheritdoc/>
    public override string Verb => "签发";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Sign;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Signing];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) =>
        [new SignerMustConfirmIdentity(IdentityConfirmed), new SignatureMustCoverShownFile(document, Sha256)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = WithOpinion(document, principal, Opinion) with
        {
            State = document.After(DocumentState.Signing),
            Signature = new DocumentSignature(Actor.Person.Ref, principal, At, document.Current.Number, Sha256),
        };
        return new(next, [Event(document, DocumentEventKind.Signed, principal, Opinion)], Waiting(next));
    }
}
