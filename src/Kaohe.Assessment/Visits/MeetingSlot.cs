namespace Kaohe.Assessment.Visits;

/// <summary>When a team attends the 考核大会 of a unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its short name.</param>
/// <param name="Team">The team, by name; meetings of different teams do not meet.</param>
/// <param name="On">The day.</param>
/// <param name="At">The time of day.</param>
public sealed record MeetingSlot(string UnitId, string Unit, string Team, DateOnly On, TimeOnly At);
