namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>One choice of a dropdown.</summary>
internal sealed record OptionItem(string Text, string Value);
