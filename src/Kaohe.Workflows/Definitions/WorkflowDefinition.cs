using System.Text.Json;

namespace Kaohe.Workflows.Definitions;

/// <summary>
/// One version of an Elsa 3 workflow definition. <see cref="Document"/> is the JSON as it was read, so that nothing the engine does not know is lost;
/// the members are the engine's view of it. Written with <see cref="DefinitionJson.Write"/>, which lets the members win over the document.
/// </summary>
public sealed record WorkflowDefinition
{
    /// <summary>Id of this version (row id).</summary>
    public required string Id { get; init; }

    /// <summary>Id that all versions share.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Name; null when unnamed.</summary>
    public string? Name { get; init; }

    /// <summary>Description; null when none.</summary>
    public string? Description { get; init; }

    /// <summary>Version number, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When this version was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Version of the tool that saved it, for example 3.8.2.0.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Whether it is the version that new instances run.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether Studio may change it.</summary>
    public bool IsReadonly { get; init; }

    /// <summary>Whether lists hide it.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Workflow variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>Workflow inputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; init; } = [];

    /// <summary>Workflow outputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; init; } = [];

    /// <summary>Outcomes when used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Options.</summary>
    public WorkflowOptions Options { get; init; } = new();

    /// <summary>The root activity as JSON; an empty Sequence when the document has none.</summary>
    public JsonElement Root { get; init; }

    /// <summary>The whole document as it was read.</summary>
    public JsonElement Document { get; init; }
}
