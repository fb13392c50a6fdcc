using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Commands;

/// <summary>A new version: by the drafter while drafting, by a checker who corrects the text while checking (核稿). Earlier versions are kept.</summary>
public sealed record ReviseDocument : DocumentCommand
{
    /// <summary>The new file.</summary>
    public required DocumentFile File { get; init; }

    /// <summary>Its plain text.</summary>
    public required string Text { get; init; }

    /// <summary>What was changed.</summary>
    public string? Note { get; init; }

    /// <summary>A checker's correction, rather than the drafter's.</summary>
    public bool AsChecker { get; init; }

    /// <inheritdoc/>
    public override string Verb => "修改";

    /// <inheritdoc/>
    public override DocumentRights Needs => AsChecker ? DocumentRights.Check : DocumentRights.Draft;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [AsChecker ? DocumentState.Checking : DocumentState.Drafting];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        DocumentVersion version = new(document.Current.Number + 1, File, Text, Actor.Person.Ref, At, Note);
        return new(
            document with { Versions = [.. document.Versions, version] },
            [Event(document, DocumentEventKind.Revised, principal, Join($"第{version.Number}稿", Note))],
            []);
    }
}

/// <summary>送核: the drafter is done; the document goes to whoever must decide first.</summary>
public sealed record SubmitDocument : DocumentCommand
{
    /// <inheritdoc/>
    public override string Verb => "送核";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Draft;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Drafting];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = document with { State = document.After(DocumentState.Drafting) };
        return new(next, [Event(document, DocumentEventKind.Submitted, detail: $"第{document.Current.Number}稿")], Waiting(next));
    }
}

/// <summary>核稿通过.</summary>
public sealed record PassCheck : DocumentCommand
{
    /// <summary>The checker's opinion.</summary>
    public string? Opinion { get; init; }

    /// <inheritdoc/>
    public override string Verb => "核稿通过";

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Check;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => [DocumentState.Checking];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = WithOpinion(document, principal, Opinion) with { State = document.After(DocumentState.Checking) };
        return new(next, [Event(document, DocumentEventKind.Checked, principal, Opinion)], Waiting(next));
    }
}

/// <summary>退回 to the drafter from any check before it is sent out. A signature already given holds no more; a number already given is kept.</summary>
public sealed record ReturnDocument : DocumentCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The state the page showed, which says who returns: checker, signer or office.</summary>
    public required DocumentState From { get; init; }

    /// <inheritdoc/>
    public override string Verb => "退回";

    /// <inheritdoc/>
    public override DocumentRights Needs => From switch
    {
        DocumentState.Checking => DocumentRights.Check,
        DocumentState.Signing => DocumentRights.Sign,
        _ => DocumentRights.Manage,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States => From is >= DocumentState.Checking and <= DocumentState.Issuing ? [From] : [];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) => [new ReasonMustBeGiven(Reason, Verb)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk)
    {
        var next = WithOpinion(document, principal, Reason) with { State = DocumentState.Drafting, Signature = null, FinalFile = null };
        return new(next, [Event(document, DocumentEventKind.Returned, principal, Reason)], Waiting(next));
    }
}

/// <summary>Comment, kept with the version it is about.</summary>
public sealed record CommentOnDocument : DocumentCommand
{
    /// <summary>The comment.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    public override string Verb => "留言";

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    /// <inheritdoc/>
    public override DocumentRights Needs => DocumentRights.Comment;

    /// <inheritdoc/>
    public override IReadOnlyList<DocumentState> States { get; } = [.. Enum.GetValues<DocumentState>().Where(state => state < DocumentState.Archived)];

    internal override IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) => [new TextMustBeGiven(Text)];

    internal override DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk) =>
        new(WithOpinion(document, principal: null, Text), [Event(document, DocumentEventKind.Commented, detail: Text)], []);
}
