using Kaohe.Activities.Effects;
using Kaohe.Office.Documents;

namespace Kaohe.Server.Documents.Facts;

/// <summary>The least that documents have to know of the city, its units and its people.</summary>
public interface IDocumentFacts
{
    /// <summary>
    /// The values for the fields of a template, by field name: the year's records, over them what the flow gave, over that what people decided in the
    /// year. What nobody knows is not in it.
    /// </summary>
    Task<IReadOnlyDictionary<string, object?>> FieldsAsync(DocumentSubject subject, CancellationToken cancellationToken = default);

    /// <summary>The units of an audience in their official order; empty for an audience that is not made of units.</summary>
    Task<IReadOnlyList<DocumentRecipient>> UnitsAsync(AudienceSpec audience, int year, CancellationToken cancellationToken = default);
}
