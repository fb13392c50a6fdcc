using System.Text.Json;

namespace Kaohe.Workflows.Definitions;

/// <summary>A variable of a workflow or of a container.</summary>
public sealed record VariableDefinition
{
    /// <summary>Id; scripts use the name, activities and bindings the id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Type alias, for example <c>Int32</c>, or an assembly-qualified name in old files.</summary>
    public string TypeName { get; init; } = "Object";

    /// <summary>Whether it holds a list of that type.</summary>
    public bool IsArray { get; init; }

    /// <summary>Initial value as text or JSON; undefined when none.</summary>
    public JsonElement Value { get; init; }

    /// <summary>Where it lives between bursts; null means only during one burst.</summary>
    public string? StorageDriverTypeName { get; init; }

    /// <summary>Whether the value is kept between bursts (any workflow or workflow-instance driver, under its old names too).</summary>
    public bool IsPersistent => StorageDriverTypeName?.Contains("Workflow", StringComparison.Ordinal) == true
        && (StorageDriverTypeName.Contains("WorkflowInstanceStorageDriver", StringComparison.Ordinal)
            || StorageDriverTypeName.Contains("WorkflowStorageDriver", StringComparison.Ordinal));
}
