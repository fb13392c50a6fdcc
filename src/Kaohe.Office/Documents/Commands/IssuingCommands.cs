using System.Text.Json.Serialization;
using Kaohe.Office.Documents.Rules;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Commands;

/// <summary>编号: the document gets the number that its issuer's sequence gave to it, in the same transaction.</summary>
public sealed record NumberDocument : DocumentCommand
{
    /// <summary>From <see cref="NumberSequence.Allocate"/>.</summary>
    public required DocumentNumber Number { get; init; }

    /// <summary>The sequence after the allocation.</summary>
    [JsonIgnore]
    public NumberSequence? Sequence { get; init; }

    /// <inheritdoc/>
    public override string Verb => "编号";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Manage;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Numbering];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) =>
        [new NumberMustBeAllocatedToDocument(document, Number, Sequence ?? new NumberSequence { IssuerCode = string.Empty, Year = 0 })];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = document with { Number = Number, State = document.After(DocumentState.Numbering) };
        return new(next, [Event(document, DocumentEventKind.Numbered, detail: Number.ToString())], Waiting(next));
    }
}

/// <summary>用印: the final file carries number, seal and signature.</summary>
public sealed record SealDocument : DocumentCommand
{
    /// <summary>The final file.</summary>
    public required DocumentFile File { get; init; }

    /// <inheritdoc/>
    public override string Verb => "用印";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Manage;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Sealing];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = document with { FinalFile = File, State = DocumentState.Issuing };
        return new(next, [Event(document, DocumentEventKind.Sealed, detail: File.Name)], Waiting(next));
    }
}

/// <summary>印发: sends it to the recipients; receipts are opened where they are asked for.</summary>
public sealed record IssueDocument : DocumentCommand
{
    /// <inheritdoc/>
    public override string Verb => "印发";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Manage;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Issuing];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) => [new DocumentMustHaveRecipients(document)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = document with
        {
            State = DocumentState.Issued,
            IssuedAt = At,
            FinalFile = document.FinalFile ?? document.Current.File,
            Receipts = document.NeedsReceipts
                ? [.. document.Recipients.DistinctBy(recipient => recipient.UnitId).Select(recipient => new DocumentReceipt(recipient.UnitId, recipient.Name, At, ReceivedAt: null, ReceivedBy: null, []))]
                : [],
        };
        var text = document.NeedsReceipts ? $"收到公文“{document.Title}”，请签收" : $"收到公文“{document.Title}”";
        return new(
            next,
            [Event(document, DocumentEventKind.Issued, detail: document.IsKept ? "归入环节材料" : $"{document.Recipients.Count}个单位")],
            document.IsKept ? [] : [new DocumentNotice([.. document.Recipients.Select(recipient => Candidate.OfUnit(recipient.UnitId))], text)]);
    }
}

/// <summary>签收: somebody of a recipient unit signs for it.</summary>
public sealed record ReceiveDocument : DocumentCommand
{
    /// <summary>For which unit.</summary>
    public required string UnitId { get; init; }

    /// <inheritdoc/>
    public override string Verb => "签收";

    /// <summary>Units sign at the same time; none disturbs another.</summary>
    public override bool ChangesRevision => false;

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Receive;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Issued];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) =>
        [new ReceiverMustBelongToUnit(Actor, UnitId), new ReceiptMustBeMissing(document.Receipts.FirstOrDefault(receipt => receipt.UnitId == UnitId))];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = document with
        {
            Receipts = [.. document.Receipts.Select(receipt => receipt.UnitId == UnitId ? receipt with { ReceivedAt = At, ReceivedBy = Actor.Person.Ref } : receipt)],
        };
        List<DocumentEvent> events = [Event(document, DocumentEventKind.Received, detail: next.Receipts.First(receipt => receipt.UnitId == UnitId).UnitName)];
        if (next.MissingReceipts.Count == 0)
        {
            events.Add(Event(document, DocumentEventKind.AllReceived, verb: "全部签收"));
        }

        return new(next, events, []);
    }
}

/// <summary>催签收: reminds the units that have not signed for it and were not urged too often today.</summary>
public sealed record UrgeReceipts : DocumentCommand
{
    /// <inheritdoc/>
    public override string Verb => "催签收";

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Manage;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Issued];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) =>
        [new SomeReceiptMustBeUrgeable(document, Urgeable(document, desk), desk.Policy.UrgesPerDay)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var units = Urgeable(document, desk);
        return new(
            document with { Receipts = [.. document.Receipts.Select(receipt => units.Contains(receipt) ? receipt with { UrgedAt = [.. receipt.UrgedAt, At] } : receipt)] },
            [Event(document, DocumentEventKind.ReceiptsUrged, detail: string.Join('、', units.Select(unit => unit.UnitName)))],
            [new DocumentNotice([.. units.Select(unit => Candidate.OfUnit(unit.UnitId))], $"请尽快签收公文“{document.Title}”")]);
    }

    private IReadOnlyList<DocumentReceipt> Urgeable(OfficialDocument document, DocumentDesk desk) =>
        [.. document.MissingReceipts.Where(receipt => receipt.UrgedAt.Count(urge => OfficeTime.DateOf(urge) == OfficeTime.DateOf(At)) < desk.Policy.UrgesPerDay)];
}
