namespace Kaohe.Activities.Effects;

/// <summary>Computes 综合得分 and ranks of the year from what is on record, and stores them.</summary>
/// <param name="BookmarkId">The waiting bookmark.</param>
/// <param name="Item">What the activity calls it.</param>
/// <param name="CycleYear">The assessed year.</param>
public sealed record ComputeScores(string BookmarkId, string Item, int CycleYear);

/// <summary>Works out 等次建议 of every group from the stored scores.</summary>
/// <param name="BookmarkId">The waiting bookmark.</param>
/// <param name="Item">What the activity calls it.</param>
/// <param name="CycleYear">The assessed year.</param>
public sealed record ProposeGrades(string BookmarkId, string Item, int CycleYear);

/// <summary>
/// Puts the decisions of the 领导组 on record (what the decision task's form holds; else the proposal as it is), adds them to the history and works out
/// the consequences.
/// </summary>
/// <param name="BookmarkId">The waiting bookmark.</param>
/// <param name="Item">What the activity calls it.</param>
/// <param name="CycleYear">The assessed year.</param>
/// <param name="Decision">What the decision task brought (<c>data</c> of its signal); null when nothing.</param>
/// <param name="By">Who completed the decision task; empty when unknown.</param>
public sealed record ApplyGrades(string BookmarkId, string Item, int CycleYear, IReadOnlyDictionary<string, object?>? Decision, string By = "");
