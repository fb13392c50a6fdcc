namespace Kaohe.Workflows.Activities.Model;

/// <summary>What the designer and the compiler need to know of an activity type; made from its attributes.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>Type name in definitions.</summary>
    public required string TypeName { get; init; }

    /// <summary>Part of the type name before the last dot.</summary>
    public string Namespace => TypeName[..Math.Max(0, TypeName.LastIndexOf('.'))];

    /// <summary>Part of the type name after the last dot.</summary>
    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];

    /// <summary>Version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Chinese category.</summary>
    public string Category { get; init; } = "";

    /// <summary>Chinese name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Chinese description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Kind.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>Whether the picker offers it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether it has no input dot.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether completing it completes its container.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it holds a list of activities.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Outcomes and nested activities.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Inputs in order.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>Outputs in order.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>The version row of the definition that this type stands for; null for activity classes.</summary>
    public string? WorkflowDefinitionVersionId { get; init; }

    /// <summary>The class; null for a definition used as an activity.</summary>
    public Type? ClrType { get; init; }
}

/// <summary>An outcome or a nested activity.</summary>
/// <param name="Name">Name in definitions.</param>
/// <param name="DisplayName">Chinese name.</param>
/// <param name="IsEmbedded">Whether it is a nested activity.</param>
public sealed record PortDescriptor(string Name, string DisplayName, bool IsEmbedded);

/// <summary>An input as the designer shows it.</summary>
/// <param name="Name">Property name.</param>
/// <param name="TypeName">Type alias.</param>
/// <param name="Attribute">What the attribute says.</param>
/// <param name="IsWrapped">Whether it is stored as an expression.</param>
public sealed record InputDescriptor(string Name, string TypeName, InputAttribute Attribute, bool IsWrapped);

/// <summary>An output as the designer shows it.</summary>
/// <param name="Name">Property name.</param>
/// <param name="TypeName">Type alias.</param>
/// <param name="DisplayName">Chinese name.</param>
/// <param name="Description">Chinese help.</param>
public sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string Description);
