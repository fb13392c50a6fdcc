namespace Kaohe.Server.Units;

/// <summary>
/// A part of a unit's page that another feature fills: register one with <c>services.AddSingleton(new UnitSlot("documents", typeof(UnitDocuments)))</c>.
/// The component gets the parameters <c>UnitId</c> (string) and <c>Year</c> (int).
/// </summary>
/// <param name="Name">Which place: <c>documents</c>.</param>
/// <param name="Component">A Razor component.</param>
public sealed record UnitSlot(string Name, Type Component);
