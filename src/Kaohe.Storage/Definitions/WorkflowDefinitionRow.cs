using Kaohe.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Definitions;

/// <summary>One version of a workflow definition. Exactly one version of a definition is latest, at most one is published; the database holds both rules.</summary>
public sealed class WorkflowDefinitionRow
{
    /// <summary>Id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>The definition, stable over its versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Number of this version, from 1.</summary>
    public int Version { get; set; }

    /// <summary>Name; null when unnamed.</summary>
    public string? Name { get; set; }

    /// <summary>What it is for; null when not said.</summary>
    public string? Description { get; set; }

    /// <summary>Whether this is the newest version.</summary>
    public bool IsLatest { get; set; }

    /// <summary>Whether new instances run this version.</summary>
    public bool IsPublished { get; set; }

    /// <summary>Whether the designer may not change it.</summary>
    public bool IsReadonly { get; set; }

    /// <summary>Whether lists hide it.</summary>
    public bool IsSystem { get; set; }

    /// <summary>Whether other definitions may use it as an activity.</summary>
    public bool UsableAsActivity { get; set; }

    /// <summary>Who supplied it (for example a file of the product); null when drawn by the office.</summary>
    public string? ProviderName { get; set; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When this version was last saved.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The definition as Elsa 3.8 JSON; where its identity, version and flags differ, this row is right (<see cref="ToDefinition"/>).</summary>
    public required string Json { get; set; }

    /// <summary>The definition as the engine reads it.</summary>
    public WorkflowDefinition ToDefinition() => DefinitionJson.Read(Json) with
    {
        Id = Id,
        DefinitionId = DefinitionId,
        Name = Name,
        Description = Description,
        Version = Version,
        IsLatest = IsLatest,
        IsPublished = IsPublished,
        IsReadonly = IsReadonly,
        IsSystem = IsSystem,
        CreatedAt = CreatedAt,
    };
}

internal sealed class WorkflowDefinitionTable : IEntityTypeConfiguration<WorkflowDefinitionRow>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinitionRow> builder)
    {
        builder.ToTable("workflow_definitions");
        builder.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();
        builder.HasIndex(d => d.DefinitionId, "ux_workflow_definitions_latest").IsUnique().HasFilter("is_latest");
        builder.HasIndex(d => d.DefinitionId, "ux_workflow_definitions_published").IsUnique().HasFilter("is_published");
        builder.HasIndex(d => d.Name);
        builder.HasIndex(d => d.CreatedAt);
    }
}
