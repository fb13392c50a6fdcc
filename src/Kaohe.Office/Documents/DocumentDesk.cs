using Kaohe.Office.Calendar;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.Documents.Rules;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents;

/// <summary>Numbers the office may change.</summary>
/// <param name="UrgesPerDay">催签收: times a day one unit may be urged.</param>
public sealed record DocumentPolicy(int UrgesPerDay = 1);

/// <summary>Where documents are drafted and commands applied: pure, with everything it asks about passed in.</summary>
/// <param name="Directory">All people.</param>
/// <param name="Policy">The office's numbers.</param>
public sealed record DocumentDesk(OfficeDirectory Directory, DocumentPolicy Policy)
{
    /// <summary>All delegations; a signer's task may be done by a proxy within them.</summary>
    public DelegationBook Delegations { get; init; } = DelegationBook.Empty;

    /// <summary>Takes in a new draft: the first version of a document.</summary>
    /// <param name="draft">The document with its first version, in <see cref="DocumentState.Drafting"/>.</param>
    /// <param name="at">Now.</param>
    public DocumentResult Draft(OfficialDocument draft, DateTimeOffset at)
    {
        var problems = OfficeRule.Check([new DocumentMustHaveTitle(draft), new DecidersMustExist(draft, Directory)]);
        return problems.Count > 0
            ? new(draft, [], [], problems)
            : new(
                draft,
                [
                    new DocumentEvent
                    {
                        DocumentId = draft.Id,
                        Sequence = draft.Version,
                        OperationId = $"draft:{draft.Id}",
                        At = at,
                        Kind = DocumentEventKind.Drafted,
                        ActorId = draft.DrafterId,
                        ActorName = draft.DrafterName,
                        Verb = "拟稿",
                        Detail = draft.Title,
                    },
                ],
                [],
                []);
    }

    /// <summary>Applies a command, or says everything that stands against it.</summary>
    /// <param name="document">The document as stored.</param>
    /// <param name="command">What is asked.</param>
    public DocumentResult Handle(OfficialDocument document, DocumentCommand command)
    {
        var operation = command.Operation();
        if (document.Operations.FirstOrDefault(one => one.OperationId == operation.OperationId) is { } known)
        {
            return known == operation
                ? new(document, [], [], [], IsRepeat: true)
                : new(document, [], [], [new OperationMustBeNew(operation.OperationId).ToProblem()]);
        }

        var access = DocumentAccess.Of(document, command.Actor);
        OfficeRule[] gates =
        [
            new DocumentMustBeVisible(access.Rights),
            new DocumentMustBeInState(document, command),
            new ActorMustHaveDocumentRight(command, access),
            new RevisionMustMatch(document.Revision, command),
        ];
        if (Array.Find(gates, gate => gate.IsBroken()) is { } closed)
        {
            return new(document, [], [], [closed.ToProblem()]);
        }

        IReadOnlyList<Problem> problems = [.. OfficeRule.Check(command.Rules(document, this)), .. command.Findings];
        if (problems.Count > 0)
        {
            return new(document, [], [], problems);
        }

        var change = command.Apply(document, access.Principal, this);
        var changed = change.Document with
        {
            Version = document.Version + 1,
            Revision = document.Revision + (command.ChangesRevision ? 1 : 0),
            Operations = AppliedOperation.Append(document.Operations, operation),
        };
        return new(changed, change.Events, change.Notices, []);
    }
}

/// <summary>What a command made of a document.</summary>
/// <param name="Document">The new state.</param>
/// <param name="Events">History to append.</param>
/// <param name="Notices">Whom to tell.</param>
public sealed record DocumentChange(OfficialDocument Document, IReadOnlyList<DocumentEvent> Events, IReadOnlyList<DocumentNotice> Notices);
