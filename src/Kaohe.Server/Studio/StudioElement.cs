namespace Kaohe.Server.Studio;

/// <summary>A custom element of Studio.</summary>
/// <param name="Tag">Its name.</param>
/// <param name="IdAttribute">Attribute that says what it shows; null when it shows a list.</param>
/// <param name="Id">What it shows.</param>
public sealed record StudioElement(string Tag, string? IdAttribute, string? Id);
