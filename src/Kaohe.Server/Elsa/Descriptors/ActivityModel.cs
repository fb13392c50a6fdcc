namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>An activity type as Studio reads it.</summary>
internal sealed record ActivityModel
{
    public required string TypeName { get; init; }

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    public required string Category { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public IReadOnlyList<InputModel> Inputs { get; init; } = [];

    public IReadOnlyList<OutputModel> Outputs { get; init; } = [];

    public string Kind { get; init; } = "Action";

    public bool RunAsynchronously { get; init; }

    public IReadOnlyList<PortModel> Ports { get; init; } = [];

    public IReadOnlyDictionary<string, object?> CustomProperties { get; init; } = new Dictionary<string, object?>();

    public IReadOnlyDictionary<string, object?> ConstructionProperties { get; init; } = new Dictionary<string, object?>();

    public bool IsContainer { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsStart { get; init; }

    public bool IsTerminal { get; init; }
}

/// <summary>An outcome (Flow) or a nested activity (Embedded).</summary>
internal sealed record PortModel(string Name, string DisplayName, string Type, bool IsBrowsable)
{
    public static PortModel Done { get; } = Flow("Done", "完成");

    public static PortModel Flow(string name, string displayName) => new(name, displayName, "Flow", IsBrowsable: true);
}

/// <summary>An input as Studio reads it.</summary>
internal sealed record InputModel(string Name, string TypeName, string DisplayName, string Description, int Order)
{
    public bool IsBrowsable { get; init; } = true;

    public bool IsSerializable => true;

    public bool IsSynthetic { get; init; }

    public bool IsWrapped { get; init; } = true;

    public string UiHint { get; init; } = "singleline";

    public string? Category { get; init; }

    public object? DefaultValue { get; init; }

    public string DefaultSyntax { get; init; } = "Literal";

    public bool IsReadOnly => false;

    public bool IsSensitive => false;

    public string? StorageDriverType { get; init; }

    public bool AutoEvaluate { get; init; } = true;

    public string? EvaluatorType => null;

    public IReadOnlyDictionary<string, object?>? UiSpecifications { get; init; }
}

/// <summary>An output as Studio reads it.</summary>
internal sealed record OutputModel(string Name, string TypeName, string DisplayName, string Description, int Order)
{
    public bool IsBrowsable => true;

    public bool IsSerializable => true;

    public bool IsSynthetic { get; init; }
}
