using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Schemes;

/// <summary>Limits for 加减分.</summary>
/// <param name="LargestBonus">Most points that may be added to one unit; empty for no limit.</param>
/// <param name="LargestPenalty">Most points that may be taken from one unit, as a positive number; empty for no limit.</param>
public sealed record AdjustmentScheme(decimal? LargestBonus, decimal? LargestPenalty);

/// <summary>一票否决: an event that caps the unit's result.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Chinese name of the event.</param>
/// <param name="CapGrade">The best grade still possible.</param>
/// <param name="CapScore">The highest score still possible; empty when only the grade is capped.</param>
public sealed record VetoDefinition(string Code, string Name, Grade CapGrade, decimal? CapScore);
