namespace Kaohe.Assessment.Schemes;

/// <summary>Numbers for grading persons (公务员考核规定).</summary>
/// <param name="OutstandingShare">Largest share of 优秀 among those assessed, 0 to 1.</param>
/// <param name="ApprovedShare">The same with the superior's approval.</param>
/// <param name="LongestLeave">Leave longer than this share of the year makes a person ineligible for 优秀.</param>
public sealed record OfficialGradeScheme(decimal OutstandingShare, decimal ApprovedShare, decimal LongestLeave);
