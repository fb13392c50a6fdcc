using Kaohe.Office.Documents;

namespace Kaohe.Server.Documents;

/// <summary>Kinds of the effects that documents ask of themselves, so that each document is a transaction of its own.</summary>
internal static class DocumentEffects
{
    /// <summary>Payload <see cref="DraftOne"/>: render and draft one document.</summary>
    public const string DraftOne = "Kaohe.DraftOneDocument";

    /// <summary>Payload <see cref="FinishDocument"/>: number, seal and issue a document that is signed or needs no signature.</summary>
    public const string Finish = "Kaohe.FinishDocument";

    /// <summary>Payload <see cref="Documents.Countersign"/>: make the copy with the recipient's signature.</summary>
    public const string Countersign = "Kaohe.CountersignDocument";
}

/// <summary>One document to draft.</summary>
/// <param name="Draft">What the flow asked for; a letter is a draft without signature and receipts.</param>
/// <param name="Key">The unit's id, or <c>once</c>.</param>
/// <param name="UnitId">The unit that it is about; null for one that is addressed to many.</param>
/// <param name="Recipients">主送.</param>
/// <param name="InstanceId">The instance that waits; null when none does.</param>
/// <param name="ActivityInstanceId">The execution that asked.</param>
/// <param name="IsLetter">A PDF letter: it cannot go out as Word.</param>
internal sealed record DraftOne(
    Activities.Effects.DraftDocument Draft, string Key, string? UnitId, IReadOnlyList<DocumentRecipient> Recipients, string? InstanceId, string? ActivityInstanceId, bool IsLetter);

/// <summary>A paper that a recipient has signed.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="PersonId">Who signed.</param>
internal sealed record Countersign(string DocumentId, string PersonId);

/// <summary>A document to finish.</summary>
/// <param name="DocumentId">The document.</param>
internal sealed record FinishDocument(string DocumentId);
