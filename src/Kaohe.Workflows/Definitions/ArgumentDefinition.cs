namespace Kaohe.Workflows.Definitions;

/// <summary>An input or an output of a workflow.</summary>
public sealed record ArgumentDefinition
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Type alias.</summary>
    public string Type { get; init; } = "Object";

    /// <summary>Whether it is a list of that type.</summary>
    public bool IsArray { get; init; }

    /// <summary>Name shown to people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Description shown to people.</summary>
    public string? Description { get; init; }

    /// <summary>Studio's editor for it.</summary>
    public string? UIHint { get; init; }

    /// <summary>Where an input lives between bursts; null means only during the first.</summary>
    public string? StorageDriverType { get; init; }
}
