using System.Globalization;
using Kaohe.Activities.Effects;

namespace Kaohe.Activities.Signals;

/// <summary>Resume inputs about documents; what <see cref="DraftDocument"/>, <see cref="IssueDocument"/> and <see cref="GenerateLetter"/> are answered with.</summary>
public static class DocumentSignals
{
    /// <summary>Name in the data of <see cref="Issued"/>: the day by which the paper wants an answer.</summary>
    public const string DueOn = "dueOn";

    /// <summary>For which units there will be a document each. Needed only where there is one for each unit.</summary>
    /// <param name="item">The item.</param>
    /// <param name="unitIds">The units.</param>
    public static IReadOnlyDictionary<string, object?> Opened(string item, IEnumerable<string> unitIds) => TaskSignals.Opened(item, unitIds);

    /// <summary>A document is drafted and stops there.</summary>
    /// <param name="item">The item.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="key">The unit, or <see cref="AudienceSpec.OnceKey"/>.</param>
    public static IReadOnlyDictionary<string, object?> Drafted(string item, string documentId, string key = AudienceSpec.OnceKey) =>
        new Signal { Event = SignalEvents.Drafted, Item = item, Key = key, DocumentId = documentId }.ToInput();

    /// <summary>A document is signed (where asked), numbered and issued.</summary>
    /// <param name="item">The item.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="number">发文字号; null when it carries none.</param>
    /// <param name="key">The unit, or <see cref="AudienceSpec.OnceKey"/>.</param>
    /// <param name="by">Who signed.</param>
    /// <param name="dueOn">The day by which the paper wants an answer, as it is printed; null where it wants none.</param>
    public static IReadOnlyDictionary<string, object?> Issued(
        string item, string documentId, string? number, string key = AudienceSpec.OnceKey, string? by = null, DateOnly? dueOn = null) =>
        new Signal
        {
            Event = SignalEvents.Issued,
            Item = item,
            Key = key,
            DocumentId = documentId,
            Number = number,
            By = by,
            Data = dueOn is { } day ? new Dictionary<string, object?> { [DueOn] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } : null,
        }.ToInput();

    /// <summary>The signer sent a document back.</summary>
    /// <param name="item">The item.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">The unit, or <see cref="AudienceSpec.OnceKey"/>.</param>
    /// <param name="by">Who.</param>
    public static IReadOnlyDictionary<string, object?> Returned(string item, string documentId, string reason, string key = AudienceSpec.OnceKey, string? by = null) =>
        new Signal { Event = SignalEvents.Returned, Item = item, Key = key, DocumentId = documentId, Reason = reason, By = by }.ToInput();
}
