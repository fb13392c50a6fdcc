namespace Kaohe.Storage.Definitions;

/// <summary>Where a definition comes from.</summary>
/// <param name="ProviderName">Who supplied it, for example a file of the product.</param>
/// <param name="IsReadonly">Whether the designer may not change it.</param>
public sealed record DefinitionOrigin(string ProviderName, bool IsReadonly);
