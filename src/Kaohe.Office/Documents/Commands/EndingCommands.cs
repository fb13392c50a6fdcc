using Kaohe.Office.Documents.Rules;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Commands;

/// <summary>归档: nothing changes any more.</summary>
public sealed record ArchiveDocument : DocumentCommand
{
    /// <summary>Why missing receipts are not waited for.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "归档";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Manage;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Issued];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) => [new MissingReceiptsMustBeExplained(document, Reason)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk) =>
        new(document with { State = DocumentState.Archived, ArchivedAt = At }, [Event(document, DocumentEventKind.Archived, detail: Reason)], []);
}

/// <summary>
/// 作废, with a reason. A number it had must be made void in its sequence in the same transaction (<see cref="NumberSequence.Void"/>); recipients are told.
/// </summary>
public sealed record VoidDocument : DocumentCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "作废";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Manage;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States { get; } = [.. Enum.GetValues<DocumentState>().Where(state => state < DocumentState.Archived)];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) => [new ReasonMustBeGiven(Reason, Verb)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var told = document.IssuedAt is null
            ? [Candidate.OfPerson(document.DrafterId)]
            : document.Recipients.Select(recipient => Candidate.OfUnit(recipient.UnitId)).ToList();
        return new(
            document with { State = DocumentState.Void, VoidReason = Reason },
            [Event(document, DocumentEventKind.Voided, detail: Join(document.Number?.ToString(), Reason))],
            [new DocumentNotice(told, $"公文“{document.Title}”已作废：{Reason}")]);
    }
}
