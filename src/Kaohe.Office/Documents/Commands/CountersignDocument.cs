using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Commands;

/// <summary>签订: a recipient unit's head signs an issued paper for the unit, e.g. a 责任书. The paper that went out stays as it is; the history says who signed.</summary>
public sealed record CountersignDocument : DocumentCommand
{
    /// <summary>In whose place, when a proxy signs.</summary>
    public PersonRef? Principal { get; init; }

    /// <inheritdoc/>
    public override string Verb => "签订";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Receive;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Issued];

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk) =>
        new(document, [Event(document, DocumentEventKind.Countersigned, Principal ?? principal)], []);
}
