using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Commands;

/// <summary>Something a person (or the product) wants to do with a document.</summary>
public abstract record DocumentCommand : OfficeCommand
{
    /// <summary>The right it needs.</summary>
    [JsonIgnore]
    public abstract DocumentRights Needs { get; }

    /// <summary>The states in which it makes sense.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<DocumentState> States { get; }

    internal virtual IEnumerable<OfficeRule> Rules(OfficialDocument document, DocumentDesk desk) => [];

    internal abstract DocumentChange Apply(OfficialDocument document, PersonRef? principal, DocumentDesk desk);

    private protected DocumentEvent Event(OfficialDocument document, DocumentEventKind kind, PersonRef? principal = null, string? detail = null, string? verb = null) => new()
    {
        DocumentId = document.Id,
        Sequence = document.Version + 1,
        OperationId = OperationId,
        At = At,
        Kind = kind,
        ActorId = Actor.Id,
        ActorName = Actor.Name,
        PrincipalName = principal?.Name,
        Verb = verb ?? Verb,
        Detail = detail,
    };

    private protected OfficialDocument WithOpinion(OfficialDocument document, PersonRef? principal, string? text) => document with
    {
        Opinions = [.. document.Opinions, new DocumentOpinion(document.State, document.Current.Number, Actor.Person.Ref, principal, At, Verb, text)],
    };

    // Whoever the document waits for in its new state.
    private protected static DocumentNotice[] Waiting(OfficialDocument document) => document.State switch
    {
        DocumentState.Drafting => [new([Candidate.OfPerson(document.DrafterId)], $"“{document.Title}”已退回，请修改")],
        DocumentState.Checking => [new(document.Checkers, $"请核稿：{document.Title}")],
        DocumentState.Signing => [new(document.Signers, $"请签发：{document.Title}")],
        DocumentState.Numbering => [new([Candidate.OfRole(Role.Office.Code)], $"请编号：{document.Title}")],
        DocumentState.Sealing => [new([Candidate.OfRole(Role.Office.Code)], $"请用印：{document.Title}")],
        DocumentState.Issuing => [new([Candidate.OfRole(Role.Office.Code)], $"请印发：{document.Title}")],
        _ => [],
    };
}
