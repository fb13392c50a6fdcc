using Kaohe.Office.People;

namespace Kaohe.Office.Documents;

/// <summary>What a person may do with a document; the state decides in the command whether it is possible now.</summary>
[Flags]
public enum DocumentRights
{
    /// <summary>Nothing: the person is answered as if there were no such document.</summary>
    None = 0,

    /// <summary>Read it with its history.</summary>
    Read = 1,

    /// <summary>拟稿: write and submit.</summary>
    Draft = 2,

    /// <summary>核稿.</summary>
    Check = 4,

    /// <summary>签发.</summary>
    Sign = 8,

    /// <summary>考核办: number, seal, issue, urge receipts, archive, void.</summary>
    Manage = 16,

    /// <summary>签收.</summary>
    Receive = 32,

    /// <summary>Comment.</summary>
    Comment = 64,
}

/// <summary>Answer of <see cref="DocumentAccess"/>.</summary>
/// <param name="Rights">What the person may do.</param>
/// <param name="Principal">In whose place, when only a delegation gives the right to check or sign.</param>
public sealed record DocumentAccessDecision(DocumentRights Rights, PersonRef? Principal)
{
    /// <summary>Whether all the rights are given.</summary>
    /// <param name="rights">One or more rights.</param>
    public bool Allows(DocumentRights rights) => (Rights & rights) == rights;
}

/// <summary>The ONE place that decides who may see or act on a document, on every entry path.</summary>
public static class DocumentAccess
{
    private const DocumentRights Reader = DocumentRights.Read | DocumentRights.Comment;

    /// <summary>What a person may do with a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="actor">The person, with the people they stand in for now.</param>
    public static DocumentAccessDecision Of(OfficialDocument document, Actor actor)
    {
        if (ReferenceEquals(actor, Actor.System))
        {
            return new(Reader | DocumentRights.Draft | DocumentRights.Manage, Principal: null);
        }

        var own = OfPerson(document, actor.Person) | OfRole(document, actor);
        var decides = DeciderNow(document);
        var principal = decides == DocumentRights.None || own.HasFlag(decides) ? null : PrincipalFor(document, actor, decides);
        var rights = principal is null ? own : own | Reader | decides;

        // Nobody checks or signs what they drafted, in their own name or in another's.
        return document.DrafterId == actor.Id
            ? new(rights & ~(DocumentRights.Check | DocumentRights.Sign), Principal: null)
            : new(rights, principal?.Ref);
    }

    /// <summary>What a delegation must cover to decide about a document now.</summary>
    /// <param name="document">The document.</param>
    public static WorkScope ScopeOf(OfficialDocument document) =>
        new(document.StepCode, document.Kind, IsSigning: document.State == DocumentState.Signing, IsDocument: true);

    private static DocumentRights OfPerson(OfficialDocument document, Person person)
    {
        var rights = DocumentRights.None;
        if (document.DrafterId == person.Id)
        {
            rights |= Reader | DocumentRights.Draft;
        }

        // A checker or leader sees it from the moment it reaches them, and afterwards.
        if (document.State >= DocumentState.Checking && document.Checkers.Any(candidate => candidate.Fits(person)))
        {
            rights |= Reader | DocumentRights.Check;
        }

        if (document.State >= DocumentState.Signing && document.Signers.Any(candidate => candidate.Fits(person)))
        {
            rights |= Reader | DocumentRights.Sign;
        }

        if (document.Opinions.Any(opinion => opinion.By.Id == person.Id || opinion.Principal?.Id == person.Id))
        {
            rights |= Reader;
        }

        if (document.IssuedAt is not null && document.Readers.Any(candidate => candidate.Fits(person)))
        {
            rights |= DocumentRights.Read;
        }

        return document.IssuedAt is not null && document.Recipients.Any(recipient => person.UnitIds.Contains(recipient.UnitId))
            ? rights | DocumentRights.Read | DocumentRights.Receive
            : rights;
    }

    // What the product has drafted is corrected by 考核办, and on record as corrected by whoever did it.
    private static DocumentRights OfRole(OfficialDocument document, Actor actor)
    {
        var office = !actor.Is(Role.Office) ? DocumentRights.None
            : document.DrafterId == Actor.System.Id ? DocumentRights.Manage | DocumentRights.Draft
            : DocumentRights.Manage;
        return document.IsConfidential
            ? office
            : office | (actor.Is(Role.Office) ? Reader : DocumentRights.None)
                | (actor.Is(Role.Leader) && document.State >= DocumentState.Signing ? Reader : DocumentRights.None);
    }

    private static DocumentRights DeciderNow(OfficialDocument document) => document.State switch
    {
        DocumentState.Checking => DocumentRights.Check,
        DocumentState.Signing => DocumentRights.Sign,
        _ => DocumentRights.None,
    };

    // A proxy signs only within a delegation that says so outright.
    private static Person? PrincipalFor(OfficialDocument document, Actor actor, DocumentRights decides)
    {
        var work = ScopeOf(document);
        var deciders = decides == DocumentRights.Sign ? document.Signers : document.Checkers;
        return actor.StandsInFor.Where(standIn => standIn.Covers(work)).Select(standIn => standIn.Principal)
            .FirstOrDefault(principal => principal.Id != document.DrafterId && deciders.Any(candidate => candidate.Fits(principal)));
    }
}
