namespace Kaohe.Office.Calendar;

/// <summary>A day that the notice names.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to, e.g. 春节.</param>
public sealed record NamedDay(DateOnly Date, string Name);
