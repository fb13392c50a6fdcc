namespace Kaohe.Activities.Plans;

/// <summary>What goes from a finished item to the ones that follow it.</summary>
/// <param name="Data">What was submitted or computed.</param>
/// <param name="By">Who.</param>
/// <param name="Comment">What the person wrote.</param>
/// <param name="DocumentId">The document that came out.</param>
/// <param name="Number">Its number.</param>
/// <param name="TaskId">The task that was completed.</param>
/// <param name="Outcome">The outcome code that was chosen.</param>
/// <param name="ReturnReason">Why it has to be done again; null the first time.</param>
public sealed record Carried(
    IReadOnlyDictionary<string, object?>? Data = null,
    string? By = null,
    string? Comment = null,
    string? DocumentId = null,
    string? Number = null,
    string? TaskId = null,
    string? Outcome = null,
    string? ReturnReason = null);
